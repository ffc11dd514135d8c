using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Bundles.Format;

/// <summary>
/// What a bundle is made of, as CycloneDX 1.6 (ECMA-424): the package, its files, each detection by the hash of its source, and the contract and
/// runtime that it needs. No time in it, and a serial number made of the content: the same rules give the same bytes.
/// </summary>
internal static class BillOfMaterials
{
    private const string Contract = "DetectionKit.Abstractions";

    /// <summary>Writes it.</summary>
    /// <param name="content">What goes into the bundle.</param>
    /// <param name="version">The package's version.</param>
    /// <param name="detections">The detections, in order.</param>
    /// <param name="files">The files made so far, by path.</param>
    public static byte[] Write(BundleContent content, string version, ImmutableArray<BundleDetection> detections, SortedDictionary<string, byte[]> files)
    {
        var hashes = files.Select(file => (Path: file.Key, Hash: Convert.ToHexStringLower(SHA256.HashData(file.Value)))).ToImmutableArray();
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteString("serialNumber", $"urn:uuid:{Uuid($"{content.Id}\n{version}\n{string.Join('\n', hashes)}")}");
            json.WriteNumber("version", 1);
            json.WriteStartObject("metadata");
            json.WriteStartObject("component");
            Describe(json, "application", content.Id, version, $"pkg:nuget/{content.Id}@{version}");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("components");
            Library(json, Contract, ContractVersion.Current.ToString(CultureInfo.InvariantCulture));
            Library(json, ".NET", content.Runtime);
            foreach (var (path, hash) in hashes)
                Hashed(json, "file", path, version, $"file:{path}", hash);
            foreach (var detection in detections)
                Hashed(json, "data", detection.Name, detection.Version.ToString(CultureInfo.InvariantCulture), $"detection:{detection.Id}", detection.SourceHash);
            json.WriteEndArray();
            json.WriteStartArray("dependencies");
            json.WriteStartObject();
            json.WriteString("ref", $"pkg:nuget/{content.Id}@{version}");
            json.WriteStartArray("dependsOn");
            json.WriteStringValue($"library:{Contract}");
            json.WriteStringValue("library:.NET");
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return output.ToArray();
    }

    private static void Library(Utf8JsonWriter json, string name, string version)
    {
        json.WriteStartObject();
        Describe(json, "library", name, version, $"library:{name}");
        json.WriteEndObject();
    }

    private static void Hashed(Utf8JsonWriter json, string type, string name, string version, string reference, string hash)
    {
        json.WriteStartObject();
        Describe(json, type, name, version, reference);
        json.WriteStartArray("hashes");
        json.WriteStartObject();
        json.WriteString("alg", "SHA-256");
        json.WriteString("content", hash);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Describe(Utf8JsonWriter json, string type, string name, string version, string reference)
    {
        json.WriteString("type", type);
        json.WriteString("bom-ref", reference);
        json.WriteString("name", name);
        json.WriteString("version", version);
    }

    // A UUID of version 8 (RFC 9562 section 5.8): its bits are a hash.
    private static string Uuid(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
