namespace DetectionKit.Abstractions.Detectors;

/// <summary>One compiled detection: its pipeline, and what it says of itself. Instances hold no state between calls.</summary>
public interface IDetector : IPipeline
{
    /// <summary>Which detection this is.</summary>
    DetectorInfo Info { get; }
}

/// <summary>A detection over one type of event.</summary>
/// <typeparam name="TEvent">A data model's event, or <see cref="Events.RawEvent"/>.</typeparam>
public interface IDetector<TEvent> : IDetector, IPipeline<TEvent>;
