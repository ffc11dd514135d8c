using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Bundles.Format;
using DetectionKit.Bundles.Signing;
using DetectionKit.Bundles.Zip;

namespace DetectionKit.Bundles;

/// <summary>Writes bundles: NuGet packages whose bytes depend on their content alone, but for signature and provenance.</summary>
public static class BundleWriter
{
    /// <summary>Writes a bundle.</summary>
    /// <param name="content">What goes into it. An id or version of a wrong form is an <see cref="ArgumentException"/>: ask <see cref="IsId"/> and <see cref="IsVersion"/> first.</param>
    /// <param name="output">Takes the package.</param>
    /// <param name="key">Signs the manifest; null: no signature.</param>
    /// <returns>The manifest that was written.</returns>
    public static BundleManifest Write(BundleContent content, Stream output, ECDsa? key)
    {
        if (!IsId(content.Id) || (content.Version is { } given && !IsVersion(given)))
            throw new ArgumentException("The id or the version has a wrong form.", nameof(content));
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [BundlePaths.Image(content.Id)] = content.Image.ToArray(),
            [BundlePaths.Symbols(content.Id)] = content.Symbols.ToArray(),
            [BundlePaths.Plans] = content.Plans.ToArray(),
        };
        foreach (var (path, lookup) in LookupFiles.Write(content.Lookups))
            files.Add(path, lookup);
        var detections = content.Detections.OrderBy(detection => detection.Id, StringComparer.Ordinal).ToImmutableArray();
        var version = content.Version ?? VersionOf(files, content.Serial, detections);
        files.Add(BundlePaths.BillOfMaterials, BillOfMaterials.Write(content, version, detections, files));
        files.Add(BundlePaths.ContentTypes, PackageParts.ContentTypes());
        files.Add(BundlePaths.Relations, PackageParts.Relations(content.Id));
        files.Add(BundlePaths.Specification(content.Id), PackageParts.Specification(content.Id, version, detections.Length));
        var manifest = new BundleManifest
        {
            Format = BundleManifest.CurrentFormat,
            Abi = ContractVersion.Current,
            Id = content.Id,
            Version = version,
            Serial = content.Serial,
            Sdk = content.Sdk,
            Runtime = content.Runtime,
            Detections = detections,
            Files = files.ToImmutableSortedDictionary(file => file.Key, file => HashOf(file.Value), StringComparer.Ordinal),
        };
        output.Write(ZipWriter.Write([.. Ordered(files, manifest, content.Provenance, key)]));
        return manifest;
    }

    /// <summary>Whether the text can be a package's id.</summary>
    /// <param name="id">The text.</param>
    public static bool IsId(string id) => PackageNames.IsId(id);

    /// <summary>Whether the text can be a package's version.</summary>
    /// <param name="version">The text.</param>
    public static bool IsVersion(string version) => PackageNames.IsVersion(version);

    // Content types and relations first, as packages have it; signature and provenance last.
    private static IEnumerable<ZipFile> Ordered(SortedDictionary<string, byte[]> files, BundleManifest manifest, BundleProvenance? provenance, ECDsa? key)
    {
        string[] first = [BundlePaths.ContentTypes, BundlePaths.Relations, BundlePaths.Specification(manifest.Id)];
        foreach (var path in first)
            yield return new(path, files[path]);
        foreach (var (path, file) in files)
        {
            if (!first.Contains(path, StringComparer.Ordinal))
                yield return new(path, file);
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, BundleJson.Readable.BundleManifest);
        yield return new(BundlePaths.Manifest, json);
        if (key is not null)
            yield return new(BundlePaths.Signature, ManifestSignature.Sign(json, key));
        if (provenance is not null)
            yield return new(BundlePaths.Provenance, JsonSerializer.SerializeToUtf8Bytes(provenance, BundleJson.Readable.BundleProvenance));
    }

    // A letter comes first, so that no run of digits reads as a number with a leading zero (SemVer 2, section 9).
    private static string VersionOf(SortedDictionary<string, byte[]> files, long serial, ImmutableArray<BundleDetection> detections)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, file) in files)
            hash.AppendData(Encoding.UTF8.GetBytes($"{path}\n{HashOf(file)}\n"));
        foreach (var detection in detections)
            hash.AppendData(Encoding.UTF8.GetBytes($"{detection.Id}\n{detection.SourceHash}\n"));
        hash.AppendData(BitConverter.IsLittleEndian ? BitConverter.GetBytes(serial) : [.. BitConverter.GetBytes(serial).Reverse()]);
        return "0.0.0-c" + Convert.ToHexStringLower(hash.GetHashAndReset())[..20];
    }

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
