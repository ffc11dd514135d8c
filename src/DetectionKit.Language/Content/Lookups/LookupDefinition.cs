using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Content.Lookups;

/// <summary>A lookup that the content defines: one YAML file of <c>lookups/</c>. Its data are elsewhere.</summary>
public sealed record LookupDefinition
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where its name stands.</summary>
    public required SourceSpan NameSpan { get; init; }

    /// <summary>What holds its data.</summary>
    public required LookupKind Kind { get; init; }

    /// <summary>The data's file name, for CSV and models; null where the definition gives none.</summary>
    public Located<string>? FileName { get; init; }

    /// <summary><c>fields_list</c> or <c>fields</c>, for collections.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary><c>match_type</c>: columns that match otherwise than exactly.</summary>
    public ImmutableDictionary<string, LookupMatch> Matches { get; init; } = ImmutableDictionary<string, LookupMatch>.Empty;

    /// <summary><c>case_sensitive_match</c></summary>
    public bool CaseSensitive { get; init; } = true;

    /// <summary><c>min_matches</c></summary>
    public int MinMatches { get; init; }

    /// <summary><c>max_matches</c></summary>
    public int MaxMatches { get; init; } = LookupTable.UsualMatches;

    /// <summary><c>default_match</c></summary>
    public string? DefaultMatch { get; init; }

    /// <summary><c>time_field</c> and what belongs to it; null: the lookup does not go by time.</summary>
    public LookupTime? Time { get; init; }

    /// <summary>The table of this definition over those data.</summary>
    /// <param name="columns">The column names.</param>
    /// <param name="rows">The rows.</param>
    public LookupTable ToTable(ImmutableArray<string> columns, ImmutableArray<ImmutableArray<string>> rows) => new()
    {
        Name = Name,
        Columns = columns,
        Rows = rows,
        Matches = Matches,
        CaseSensitive = CaseSensitive,
        MinMatches = MinMatches,
        MaxMatches = MaxMatches,
        DefaultMatch = DefaultMatch,
        Time = Time,
    };
}

/// <summary>What holds a lookup's data.</summary>
public enum LookupKind
{
    /// <summary>A CSV file beside the definition.</summary>
    Csv,

    /// <summary>A collection of a Splunk server's key-value store: empty here.</summary>
    KvStore,

    /// <summary>A trained model: of no use here.</summary>
    MlModel,
}
