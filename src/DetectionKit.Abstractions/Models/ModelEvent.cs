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

    /// <summary>What is known of the assets and identities that the event names; a run sets it before detectors see the event. Null: nothing.</summary>
    public IEntityDirectory? Entities { get; set; }

    /// <summary>What the directory says of an asset or identity; no value without one.</summary>
    /// <param name="subject">The field that names it: <c>dest</c>; empty: the event itself.</param>
    /// <param name="attribute"><c>category</c>, <c>priority</c>.</param>
    public Value Entity(string subject, string attribute) =>
        Entities?.Find(subject.Length == 0 ? Value.Null : ModelCatalogue.Of(this).Read(this, subject), attribute) ?? Value.Null;

    /// <summary><see cref="Entity"/> as text; null where nothing is known.</summary>
    /// <param name="subject">The field that names it.</param>
    /// <param name="attribute">What is asked for.</param>
    public string? EntityText(string subject, string attribute) => Entities is null || Entity(subject, attribute) is not { IsNull: false } value ? null : value.ToText();
}
