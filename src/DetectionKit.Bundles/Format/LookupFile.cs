using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Bundles.Format;

/// <summary>A lookup as its file has it: names sorted, so that one table always has the same bytes.</summary>
internal sealed record LookupFile
{
    public required string Name { get; init; }

    public required bool CaseSensitive { get; init; }

    public required int MinMatches { get; init; }

    public required int MaxMatches { get; init; }

    public required string? DefaultMatch { get; init; }

    public LookupTime? Time { get; init; }

    public required ImmutableSortedDictionary<string, LookupMatch> Matches { get; init; }

    public required ImmutableArray<string> Columns { get; init; }

    public required ImmutableArray<ImmutableArray<string>> Rows { get; init; }

    public static LookupFile Of(LookupTable table) => new()
    {
        Name = table.Name,
        CaseSensitive = table.CaseSensitive,
        MinMatches = table.MinMatches,
        MaxMatches = table.MaxMatches,
        DefaultMatch = table.DefaultMatch,
        Time = table.Time,
        Matches = table.Matches.ToImmutableSortedDictionary(StringComparer.Ordinal),
        Columns = table.Columns,
        Rows = table.Rows,
    };

    /// <summary>The table, or null where the file contradicts itself.</summary>
    public LookupTable? ToTable()
    {
        var whole = !Columns.IsDefault && !Rows.IsDefault && Columns.All(column => column is not null) && Matches.Values.All(Enum.IsDefined)
            && (Time is null or { Column: not null, Format: not null })
            && Rows.All(row => !row.IsDefault && row.Length == Columns.Length && row.All(cell => cell is not null));
        return !whole ? null : new LookupTable
        {
            Name = Name,
            CaseSensitive = CaseSensitive,
            MinMatches = MinMatches,
            MaxMatches = MaxMatches,
            DefaultMatch = DefaultMatch,
            Time = Time,
            Matches = Matches.ToImmutableDictionary(StringComparer.Ordinal),
            Columns = Columns,
            Rows = Rows,
        };
    }
}
