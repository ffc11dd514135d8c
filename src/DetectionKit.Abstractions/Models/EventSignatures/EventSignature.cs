using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.EventSignatures;

/// <summary>One event by its signature, as CIM's Event_Signatures data model describes it (dataset Signatures). Immutable.</summary>
public sealed class EventSignature : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<EventSignature> Model { get; } = new("Event_Signatures", "Signatures", "CIM: Event Signatures")
    {
        Assets = ["dest"],
    };

    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The event by name.")] public string Signature { get; init; } = "unknown";
    [Field("The event by number.")] public string SignatureId { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
