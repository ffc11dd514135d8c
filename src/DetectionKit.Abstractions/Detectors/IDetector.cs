using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Abstractions.Detectors;

/// <summary>One compiled detection: what it reads, and the stages that its rows go through. Instances hold no state between calls.</summary>
public interface IDetector
{
    /// <summary>Which detection this is.</summary>
    DetectorInfo Info { get; }

    /// <summary>What it reads.</summary>
    SourceSpec Source { get; }

    /// <summary>What is done with the events that match, in order.</summary>
    ImmutableArray<StageSpec> Stages { get; }
}

/// <summary>A detection over one type of event.</summary>
/// <typeparam name="TEvent">A data model's event, or <see cref="Events.RawEvent"/>.</typeparam>
public interface IDetector<TEvent> : IDetector
{
    /// <summary>Whether the event passes the search's first condition.</summary>
    /// <param name="e">The event.</param>
    bool Match(in TEvent e);
}
