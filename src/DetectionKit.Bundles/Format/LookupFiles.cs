using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Bundles.Format;

/// <summary>Lookups as files of a bundle: the table and how it matches, one JSON file each, so that nothing that reads a bundle needs CSV or YAML.</summary>
internal static class LookupFiles
{
    /// <summary>The files, in order of the lookups' names.</summary>
    public static IEnumerable<(string Path, byte[] Content)> Write(ImmutableArray<LookupTable> lookups)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var lookup in lookups.OrderBy(lookup => lookup.Name, StringComparer.Ordinal))
        {
            var stem = Stem(lookup.Name);
            var name = stem;
            for (var i = 2; !taken.Add(name); i++)
                name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{i}");
            yield return ($"{BundlePaths.Lookups}{name}.json", JsonSerializer.SerializeToUtf8Bytes(LookupFile.Of(lookup), BundleJson.Readable.LookupFile));
        }
    }

    /// <summary>The table, or null where the bytes are not one.</summary>
    public static LookupTable? Read(ReadOnlySpan<byte> json) => BundleJson.Read(json, BundleJson.Readable.LookupFile)?.ToTable();

    private static string Stem(string name)
    {
        var safe = string.Concat(name.Take(100).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? char.ToLowerInvariant(c) : '_'));
        return safe.Length == 0 ? "lookup" : safe;
    }
}
