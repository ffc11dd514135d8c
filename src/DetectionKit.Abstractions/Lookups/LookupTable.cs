using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Lookups;

/// <summary>A lookup: a table of texts and how its columns match. Immutable.</summary>
public sealed record LookupTable
{
    /// <summary>How many matches are taken where a definition does not say (transforms.conf, <c>max_matches</c>).</summary>
    public const int UsualMatches = 100;

    /// <summary>The same of a lookup by time: the newest row that holds.</summary>
    public const int UsualMatchesByTime = 1;

    /// <summary>The lookup's name.</summary>
    public required string Name { get; init; }

    /// <summary>The column names.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>The rows; each has as many texts as there are columns. Their order decides which match comes first.</summary>
    public required ImmutableArray<ImmutableArray<string>> Rows { get; init; }

    /// <summary>Columns that match otherwise than exactly.</summary>
    public ImmutableDictionary<string, LookupMatch> Matches { get; init; } = ImmutableDictionary<string, LookupMatch>.Empty;

    /// <summary>Whether upper and lower case differ (<c>case_sensitive_match</c>; true unless the definition says otherwise).</summary>
    public bool CaseSensitive { get; init; } = true;

    /// <summary><c>min_matches</c>: with fewer matches, <see cref="DefaultMatch"/> fills up.</summary>
    public int MinMatches { get; init; }

    /// <summary><c>max_matches</c>: how many matches are taken.</summary>
    public int MaxMatches { get; init; } = UsualMatches;

    /// <summary><c>default_match</c>: what output columns hold when too few rows match, or null.</summary>
    public string? DefaultMatch { get; init; }

    /// <summary>What makes it a lookup by time; null: it is none.</summary>
    public LookupTime? Time { get; init; }
}
