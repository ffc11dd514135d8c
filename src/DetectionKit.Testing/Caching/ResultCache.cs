using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DetectionKit.Workspace;

namespace DetectionKit.Testing.Caching;

/// <summary>
/// Remembers results in a folder, a file a dataset: a line of hashes, then for each rule a line with its key and the number of its rows, and the
/// rows. The last line hashes all before it: a file that was cut or changed is a miss. A folder that cannot be written is no failure.
/// </summary>
/// <param name="folder">The folder; made when first written to.</param>
/// <param name="engine">Identifies the code that makes events and rows; other code's results are a miss.</param>
public sealed class ResultCache(string folder, string engine) : IResultCache
{
    private const string Format = "1";

    /// <inheritdoc/>
    public ImmutableDictionary<string, ImmutableArray<string>> Load(string dataset, string contentHash)
    {
        try
        {
            return Parse(File.ReadAllText(FileOf(dataset)), Heading(contentHash));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        }
    }

    /// <inheritdoc/>
    public void Store(string dataset, string contentHash, ImmutableDictionary<string, ImmutableArray<string>> rows)
    {
        var text = new StringBuilder(Heading(contentHash)).Append('\n');
        foreach (var (key, lines) in rows.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(key).Append(' ').Append(lines.Length).Append('\n');
            foreach (var line in lines)
                text.Append(line).Append('\n');
        }

        text.Append(HashOf(text.ToString())).Append('\n');
        try
        {
            Directory.CreateDirectory(folder);
            WholeFile.Write(FileOf(dataset), text.ToString());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A cache that cannot be written costs time, no more.
        }
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Parse(string text, string heading)
    {
        var nothing = ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        var end = text.LastIndexOf('\n', Math.Max(0, text.Length - 2)) + 1;
        if (end == 0 || !text.StartsWith(heading + "\n", StringComparison.Ordinal) || !string.Equals(text[end..].TrimEnd('\n'), HashOf(text[..end]), StringComparison.Ordinal))
            return nothing;
        var lines = text[..end].Split('\n');
        var rows = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length - 1;)
        {
            var blank = lines[i].IndexOf(' ', StringComparison.Ordinal);
            if (blank < 0 || !int.TryParse(lines[i].AsSpan(blank + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 0 || i + 1 + count > lines.Length)
                return nothing;
            rows[lines[i][..blank]] = [.. lines.AsSpan(i + 1, count)];
            i += 1 + count;
        }

        return rows.ToImmutable();
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private string Heading(string contentHash) => $"dk-results {Format} {engine} {contentHash}";

    private string FileOf(string dataset) => Path.Combine(folder, HashOf(dataset)[..32]);
}
