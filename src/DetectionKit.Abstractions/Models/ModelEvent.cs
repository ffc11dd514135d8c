using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models;

/// <summary>What every event of a data model has beside its model's fields.</summary>
public abstract class ModelEvent
{
    /// <summary><c>_time</c>: when it began.</summary>
    public required Timestamp Time { get; init; }

    /// <summary>Where the record was made: a sensor's or a log's host name.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>The input: a file's path as given, or an interface.</summary>
    public string Source { get; init; } = "";

    /// <summary>The kind of record: <c>detectionkit:flow</c>, <c>bro:conn:json</c>.</summary>
    public string SourceType { get; init; } = "";
}
