using System.Collections.Immutable;
using System.Security.Cryptography;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Bundles.Format;
using DetectionKit.Bundles.Signing;
using DetectionKit.Bundles.Zip;

namespace DetectionKit.Bundles;

/// <summary>Reads and verifies bundles. Nothing in a bundle is believed before it is checked, nothing is loaded, nothing is thrown for a bad one.</summary>
public static class BundleReader
{
    /// <summary>Reads a bundle from a stream.</summary>
    /// <param name="input">The package; read to its end, or to one byte past the limit.</param>
    /// <param name="trust">Whose signature is asked for.</param>
    /// <param name="limits">How large it may be; null: <see cref="BundleLimits.Default"/>.</param>
    public static BundleResult Read(Stream input, BundleTrust trust, BundleLimits? limits = null)
    {
        limits ??= BundleLimits.Default;
        try
        {
            using var copy = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; copy.Length <= limits.ArchiveBytes && (read = input.Read(buffer)) > 0;)
                copy.Write(buffer, 0, read);
            return Read(copy.GetBuffer().AsMemory(0, (int)copy.Length), trust, limits);
        }
        catch (IOException e)
        {
            return Bad(BundleProblemKind.Unreadable, e.Message);
        }
    }

    /// <summary>Reads a bundle.</summary>
    /// <param name="archive">The package.</param>
    /// <param name="trust">Whose signature is asked for.</param>
    /// <param name="limits">How large it may be; null: <see cref="BundleLimits.Default"/>.</param>
    public static BundleResult Read(ReadOnlyMemory<byte> archive, BundleTrust trust, BundleLimits? limits = null)
    {
        limits ??= BundleLimits.Default;
        if (archive.Length > limits.ArchiveBytes)
            return Bad(BundleProblemKind.BadArchive, $"it is larger than {limits.ArchiveBytes} bytes");
        if (new ZipReader(archive, limits).Read(out var problem) is not { } files)
            return Bad(BundleProblemKind.BadArchive, problem!);
        if (!files.TryGetValue(BundlePaths.Manifest, out var manifestBytes))
            return Bad(BundleProblemKind.BadManifest, "it has no manifest");

        var signed = files.TryGetValue(BundlePaths.Signature, out var signature);
        var signedBy = ManifestSignature.SignedBy(manifestBytes.Span, signature.Span, trust);
        if (signedBy is null && !trust.AllowUnsigned)
            return Bad(BundleProblemKind.Untrusted, signed ? "no trusted key made its signature" : "it is not signed");
        if (signedBy is not null && !signedBy.IsTrustedAt(trust.At))
            return Bad(BundleProblemKind.KeyOutOfTime, OutOfTime(signedBy, trust.At));
        if (BundleJson.Read(manifestBytes.Span, BundleJson.Readable.BundleManifest) is not { } manifest || ManifestProblem(manifest) is not null)
            return Bad(BundleProblemKind.BadManifest, "its manifest cannot be understood");
        if (manifest.Abi != ContractVersion.Current)
            return Bad(BundleProblemKind.OtherContract, $"it was made for contract version {manifest.Abi}; this is {ContractVersion.Current}");
        var problems = FileProblems(manifest, files).ToImmutableArray();
        return problems.IsEmpty ? Unpack(manifest, files, signedBy?.Fingerprint) : new(null, problems);
    }

    private static string OutOfTime(TrustedKey key, DateTimeOffset at) => at < key.NotBefore
        ? FormattableString.Invariant($"the key that signed it, {key.Fingerprint}, is trusted from {key.NotBefore:u} on")
        : FormattableString.Invariant($"the key that signed it, {key.Fingerprint}, was trusted until {key.NotAfter:u}");

    private static string? ManifestProblem(BundleManifest manifest)
    {
        if (manifest.Format != BundleManifest.CurrentFormat)
            return "another form";
        if (!BundleWriter.IsId(manifest.Id) || !BundleWriter.IsVersion(manifest.Version))
            return "a wrong id or version";
        return manifest.Detections.IsDefault || manifest.Detections.Any(detection => detection is null) || manifest.Files is null ? "nothing where something must be" : null;
    }

    private static IEnumerable<BundleProblem> FileProblems(BundleManifest manifest, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files)
    {
        string[] needed =
        [
            BundlePaths.ContentTypes, BundlePaths.Relations, BundlePaths.Plans, BundlePaths.BillOfMaterials, BundlePaths.Specification(manifest.Id),
            BundlePaths.Image(manifest.Id), BundlePaths.Symbols(manifest.Id),
        ];
        foreach (var path in needed.Where(path => !manifest.Files.ContainsKey(path)))
            yield return new(BundleProblemKind.MissingFile, $"its manifest does not list {path}");
        foreach (var (path, hash) in manifest.Files)
        {
            if (!BundlePaths.IsListed(path, manifest.Id))
                yield return new(BundleProblemKind.ExtraFile, "its manifest lists a file that has no place in a bundle");
            else if (!files.TryGetValue(path, out var file))
                yield return new(BundleProblemKind.MissingFile, $"{path} is missing");
            else if (!string.Equals(Convert.ToHexStringLower(SHA256.HashData(file.Span)), hash, StringComparison.Ordinal))
                yield return new(BundleProblemKind.HashMismatch, $"{path} is not what the manifest says");
        }

        foreach (var path in files.Keys.Where(path => !manifest.Files.ContainsKey(path) && !BundlePaths.IsUnlisted(path)).Order(StringComparer.Ordinal))
            yield return new(BundleProblemKind.ExtraFile, $"{path} is not in the manifest");
    }

    private static BundleResult Unpack(BundleManifest manifest, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, string? signedBy)
    {
        var lookups = ImmutableArray.CreateBuilder<LookupTable>();
        foreach (var path in manifest.Files.Keys.Where(path => path.StartsWith(BundlePaths.Lookups, StringComparison.Ordinal)))
        {
            if (LookupFiles.Read(files[path].Span) is not { } table)
                return Bad(BundleProblemKind.BadContent, $"{path} is not a lookup");
            lookups.Add(table);
        }

        BundleProvenance? provenance = null;
        if (files.TryGetValue(BundlePaths.Provenance, out var json) && (provenance = BundleJson.Read(json.Span, BundleJson.Readable.BundleProvenance)) is null)
            return Bad(BundleProblemKind.BadContent, $"{BundlePaths.Provenance} cannot be understood");
        var bundle = new Bundle
        {
            Manifest = manifest,
            Image = files[BundlePaths.Image(manifest.Id)],
            Symbols = files[BundlePaths.Symbols(manifest.Id)],
            Plans = files[BundlePaths.Plans],
            Lookups = lookups.ToImmutable(),
            Provenance = provenance,
            SignedBy = signedBy,
        };
        return new(bundle, []);
    }

    private static BundleResult Bad(BundleProblemKind kind, string message) => new(null, [new(kind, message)]);
}
