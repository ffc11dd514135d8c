using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Language.Binding;

/// <summary>The columns of the lookups that are defined. Immutable.</summary>
/// <param name="Columns">Each lookup's columns by its name.</param>
public sealed record LookupSchemas(ImmutableSortedDictionary<string, ImmutableArray<string>> Columns)
{
    /// <summary>The names of those that go by time, and so read the rows' <c>_time</c>.</summary>
    public ImmutableHashSet<string> ByTime { get; init; } = ImmutableHashSet<string>.Empty.WithComparer(StringComparer.Ordinal);

    /// <summary>No lookups.</summary>
    public static LookupSchemas None { get; } = new(ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal));

    /// <summary>The columns of these tables.</summary>
    /// <param name="tables">The tables; of two with one name the last counts.</param>
    public static LookupSchemas Of(IEnumerable<LookupTable> tables)
    {
        var columns = None.Columns.ToBuilder();
        var byTime = None.ByTime;
        foreach (var table in tables)
        {
            columns[table.Name] = table.Columns;
            byTime = table.Time is null ? byTime.Remove(table.Name) : byTime.Add(table.Name);
        }

        return new LookupSchemas(columns.ToImmutable()) { ByTime = byTime };
    }

    /// <summary>A lookup's columns, or null where it is not defined.</summary>
    /// <param name="lookup">The lookup's name.</param>
    public ImmutableArray<string>? Find(string lookup) => Columns.TryGetValue(lookup, out var columns) ? columns : null;
}
