using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Abstractions.Detectors;

/// <summary>What is read, and what is done with it: a detection as a whole, or a subsearch inside one of its stages. Instances hold no state between calls.</summary>
public interface IPipeline
{
    /// <summary>What it reads.</summary>
    SourceSpec Source { get; }

    /// <summary>What is done with the events that match, in order.</summary>
    ImmutableArray<StageSpec> Stages { get; }
}

/// <summary>A pipeline over one type of event.</summary>
/// <typeparam name="TEvent">A data model's event, or <see cref="Events.RawEvent"/>.</typeparam>
public interface IPipeline<TEvent> : IPipeline
{
    /// <summary>Whether the event passes the search's first condition.</summary>
    /// <param name="e">The event.</param>
    bool Match(in TEvent e);
}
