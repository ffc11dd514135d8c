using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace DetectionKit.Workspace.Content;

/// <summary>The data sources of a content folder: their names, and the fields that each lists.</summary>
internal sealed class DataSources
{
    private const int FewestOfCommon = 3;
    private readonly FrozenDictionary<string, ImmutableArray<string>> _fields;

    private DataSources(IReadOnlyCollection<DataSource> sources)
    {
        _fields = sources.ToFrozenDictionary(source => source.Name, source => source.Fields, StringComparer.Ordinal);
        Names = _fields.Keys.ToFrozenSet(StringComparer.Ordinal);
        BySourceType = sources.GroupBy(source => source.SourceType.ToLowerInvariant(), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.SelectMany(source => source.Fields).Distinct(StringComparer.Ordinal).ToImmutableArray(), StringComparer.Ordinal);
        CommonFields = [.. AllFields.CountBy(field => field, StringComparer.Ordinal).Where(field => field.Value >= FewestOfCommon).Select(field => field.Key)];
        var text = string.Join('\n', sources.OrderBy(source => source.Name, StringComparer.Ordinal).Select(source => $"{source.Name}\t{source.SourceType}\t{string.Join(' ', source.Fields)}"));
        Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>A hash over all that they say.</summary>
    public string Hash { get; }

    /// <summary>The names.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>The fields that the sources of a source type list, by its name in lower case.</summary>
    public FrozenDictionary<string, ImmutableArray<string>> BySourceType { get; }

    /// <summary>The fields that several of them list.</summary>
    public ImmutableArray<string> CommonFields { get; }

    /// <summary>The fields that any of them lists.</summary>
    public IEnumerable<string> AllFields => _fields.Values.SelectMany(fields => fields);

    /// <summary>The fields that a source lists; empty where it is not there or lists none.</summary>
    public ImmutableArray<string> FieldsOf(string name) => _fields.GetValueOrDefault(name, []);

    /// <summary>The names in a rule's entry: one over several sources at once joins them, as in <c>Sysmon EventID 1 AND Sysmon EventID 3</c>.</summary>
    public static string[] Parts(string entry) => entry.Split(" AND ", StringSplitOptions.TrimEntries);

    /// <summary>The sources of a folder; null where there is none.</summary>
    public static DataSources? Read(string root, string folder)
    {
        var full = Path.Combine(Path.GetFullPath(folder, root), "data_sources");
        if (!Directory.Exists(full))
            return null;
        var files = Directory.EnumerateFiles(full, "*", RuleFiles.Recursive).Where(RuleFiles.IsYaml).Order(StringComparer.Ordinal);
        return new DataSources([.. files.Select(Read).OfType<DataSource>().DistinctBy(source => source.Name, StringComparer.Ordinal)]);
    }

    // Name and list of fields are plain lines at the margin; the rest, with its long examples, is of no use here and is not parsed.
    private static DataSource? Read(string path)
    {
        string? name = null;
        var type = "";
        var fields = ImmutableArray.CreateBuilder<string>();
        var isInFields = false;
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                if (MarginKeys.Value(line, "name:") is { } named)
                    name = named;
                else if (MarginKeys.Value(line, "sourcetype:") is { } typed)
                    type = typed;
                else if (isInFields && line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
                    fields.Add(MarginKeys.Scalar(line.AsSpan().TrimStart()[2..]));
                else if (line.Length > 0 && line[0] is not (' ' or '#'))
                    isInFields = line.StartsWith("fields:", StringComparison.Ordinal);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return name is null ? null : new DataSource(name, type, fields.ToImmutable());
    }

    private sealed record DataSource(string Name, string SourceType, ImmutableArray<string> Fields);
}
