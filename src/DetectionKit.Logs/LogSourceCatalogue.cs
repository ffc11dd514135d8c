using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Logs.Reading;

namespace DetectionKit.Logs;

/// <summary>Every source of logs: the concrete <see cref="LogSource"/> classes of this assembly.</summary>
public static class LogSourceCatalogue
{
    /// <summary>All sources, by name.</summary>
    public static ImmutableArray<LogSource> All { get; } =
    [
        .. typeof(LogSource).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(LogSource)))
            .Select(type => (LogSource)Activator.CreateInstance(type)!)
            .OrderBy(source => source.Name, StringComparer.Ordinal),
    ];

    private static readonly Lazy<FrozenDictionary<string, RecordKind>> BySourceType = new(() =>
        All.SelectMany(source => source.Kinds)
            .SelectMany(kind => kind.SourceTypes.Select(name => KeyValuePair.Create(name, kind)))
            .DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

    /// <summary>The kind of record that a source type names, or null.</summary>
    /// <param name="sourceType">The source type; case does not matter.</param>
    public static RecordKind? FindKind(string sourceType) => BySourceType.Value.GetValueOrDefault(sourceType);

    /// <summary>The source that reads an input, or null where none knows it. A source whose kind is named wins over an equally sure one.</summary>
    /// <param name="head">The input's begin.</param>
    /// <param name="sourceType">The source type that was asked for, or null.</param>
    public static LogSource? Recognise(LogHead head, string? sourceType = null)
    {
        var named = sourceType is null ? null : FindKind(sourceType);
        return All
            .Select(source => (Source: source, Likeness: source.Recognise(head), Named: named is not null && source.Kinds.Contains(named)))
            .Where(candidate => candidate.Likeness != Likeness.None)
            .OrderByDescending(candidate => candidate.Likeness)
            .ThenByDescending(candidate => candidate.Named)
            .Select(candidate => candidate.Source)
            .FirstOrDefault();
    }
}
