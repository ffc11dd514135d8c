using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Detectors;

/// <summary>What a detector reads: a closed family.</summary>
public abstract record SourceSpec
{
    /// <summary>Events of one dataset of a data model.</summary>
    /// <param name="Model">The model's name.</param>
    /// <param name="Dataset">The dataset's name.</param>
    /// <param name="Fields">The fields that the stages read, with the column names that the first stage sees.</param>
    /// <param name="Feed">When a flow's event is due.</param>
    public sealed record OfModel(string Model, string Dataset, ImmutableArray<SourceField> Fields, FeedPoint Feed) : SourceSpec;

    /// <summary>Raw events. Rows are the newest event first.</summary>
    /// <param name="SourceTypes">The only source types that can match; empty: any.</param>
    /// <param name="Columns">The columns that the stages read; null: all that an event has.</param>
    public sealed record OfRaw(ImmutableArray<string> SourceTypes, ImmutableArray<string>? Columns) : SourceSpec;

    /// <summary>The rows of a lookup (<c>| inputlookup</c>); no event is read.</summary>
    /// <param name="Lookup">The lookup's name.</param>
    public sealed record OfLookup(string Lookup) : SourceSpec;

    /// <summary>The rows that the stage around the pipeline gives it (<c>appendpipe</c>); no event is read.</summary>
    public sealed record OfGiven : SourceSpec;

    /// <summary>Rows made from nothing (<c>| makeresults</c>), each with <c>_time</c> now; no event is read.</summary>
    /// <param name="Count">How many; none: for stages that bring rows of their own.</param>
    public sealed record OfNothing(int Count) : SourceSpec;

    /// <summary>An event that has none of these cannot pass the search's first condition; empty: any may. By them a run asks few of many detectors.</summary>
    public ImmutableArray<SourceKey> Keys { get; init; } = [];

    /// <summary>The fields of an event that the search's first condition reads, by the event's own names; null: it may read any.</summary>
    public ImmutableArray<string>? Tests { get; init; }

    /// <summary>Relative time bounds as written (<c>-24h@h</c>), or null. Taken against the run's now.</summary>
    public string? Earliest { get; init; }

    /// <summary>As <see cref="Earliest"/>: the end, exclusive.</summary>
    public string? Latest { get; init; }
}
