using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.TicketManagement;

/// <summary>One ticket, as CIM's Ticket_Management data model describes it (dataset All_Ticket_Management). Immutable.</summary>
public sealed class Ticket : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<Ticket> Model { get; } = new("Ticket_Management", "All_Ticket_Management", "CIM: Ticket Management")
    {
        Assets = ["affect_dest", "dest", "src_user"],
        Identities = ["user"],
        Children =
        [
            new("Change", "tag", "change"),
            new("Incident", "tag", "incident"),
            new("Problem", "tag", "problem"),
        ],
    };

    [Field("Whether dest suffers.")] public string AffectDest { get; init; } = "unknown";
    [Field("What was said.")] public string Comments { get; init; } = "unknown";
    [Field("What it is, in words.")] public string Description { get; init; } = "unknown";
    [Field("The system that it is about: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("How urgent it is.")] public string Priority { get; init; } = "unknown";
    [Field("critical, high, medium, low, informational.")] public string Severity { get; init; } = "unknown";
    [Field("The vendor's own severity.")] public string? SeverityId { get; init; }
    [Field("The event in Splunk.")] public string? SplunkId { get; init; }
    [Field("The Splunk.")] public string? SplunkRealm { get; init; }
    [Field("Who asked.")] public string SrcUser { get; init; } = "unknown";
    [Field("The ticket's state.")] public string Status { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The ticket.")] public string TicketId { get; init; } = "unknown";
    [Field("When it was made.")] public double? TimeSubmitted { get; init; }
    [Field("The user that it is about.")] public string User { get; init; } = "unknown";
    [Field("The kind of change.")] public string? Change { get; init; }
    [Field("The incident.")] public string? Incident { get; init; }
    [Field("The problem.")] public string? Problem { get; init; }
}
