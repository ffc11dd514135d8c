using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.NetworkResolution;

/// <summary>One DNS query with its answer as CIM's Network_Resolution data model describes it (dataset DNS). Immutable.</summary>
public sealed class NetworkResolution : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<NetworkResolution> Model { get; } = new("Network_Resolution", "DNS", "CIM: Network Resolution (DNS)")
    {
        Assets = ["dest", "src"],
    };

    [Field("Records in the answer's additional section.")] public long? AdditionalAnswerCount { get; init; }
    [Field("What was answered: an address, a name or a record's text; one value a record.")] public Value Answer { get; init; }
    [Field("Records in the answer's answer section.")] public long? AnswerCount { get; init; }
    [Field("Records in the answer's authority section.")] public long? AuthorityAnswerCount { get; init; }
    [Field("Who was asked: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("The port that was asked.")] public long? DestPort { get; init; }
    [Field("Seconds from query to answer.")] public double? Duration { get; init; }
    [Field("The flow's identifier: its uid. Not on CIM's page; public searches group by it.")] public string FlowId { get; init; } = "unknown";
    [Field("Query, Response, or both: an answered query is both.")] public Value MessageType { get; init; }
    [Field("The name that the answer is about.")] public string Name { get; init; } = "unknown";
    [Field("The name that was asked for.")] public string Query { get; init; } = "unknown";
    [Field("Questions in the message.")] public long? QueryCount { get; init; }
    [Field("The type that was asked for; for other operations than a query theirs: Notify, Update (RFC 6895 section 2.2).")] public string QueryType { get; init; } = "unknown";
    [Field("The type that was asked for: A, AAAA, TXT.")] public string RecordType { get; init; } = "unknown";
    [Field("The answer's result by name: NoError, NXDomain (RFC 6895 section 2.3).")] public string ReplyCode { get; init; } = "unknown";
    [Field("The answer's result by number.")] public long? ReplyCodeId { get; init; }
    [Field("Milliseconds from query to answer.")] public long? ResponseTime { get; init; }
    [Field("Who asked: name or address.")] public string Src { get; init; } = "unknown";
    [Field("The port that asked.")] public long? SrcPort { get; init; }
    [Field("Tags of the event type.")] public Value Tag { get; init; }
    [Field("The message's number.")] public long? TransactionId { get; init; }
    [Field("The transport: udp, tcp.")] public string Transport { get; init; } = "unknown";
    [Field("How long each answer may be kept, in seconds; in the order of answer.")] public Value Ttl { get; init; }
    [Field("What made the record.")] public string VendorProduct { get; init; } = "unknown";
}
