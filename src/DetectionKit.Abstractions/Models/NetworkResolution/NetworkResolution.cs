using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.NetworkResolution;

/// <summary>One DNS query with its answer as CIM's Network_Resolution data model describes it (dataset DNS). Immutable.</summary>
public sealed class NetworkResolution : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<NetworkResolution> Model { get; } = new("Network_Resolution", "DNS", "CIM: Network Resolution (DNS)", NetworkResolutionFields.All);

    /// <summary><c>additional_answer_count</c>: Records in the answer's additional section.</summary>
    public long? AdditionalAnswerCount { get; init; }

    /// <summary><c>answer</c>: What was answered: an address, a name or a record's text; one value a record.</summary>
    public Value Answer { get; init; }

    /// <summary><c>answer_count</c>: Records in the answer's answer section.</summary>
    public long? AnswerCount { get; init; }

    /// <summary><c>authority_answer_count</c>: Records in the answer's authority section.</summary>
    public long? AuthorityAnswerCount { get; init; }

    /// <summary><c>dest</c>: Who was asked: name or address.</summary>
    public string Dest { get; init; } = "unknown";

    /// <summary><c>dest_port</c>: The port that was asked.</summary>
    public long? DestPort { get; init; }

    /// <summary><c>duration</c>: Seconds from query to answer.</summary>
    public double? Duration { get; init; }

    /// <summary><c>flow_id</c>: The flow's identifier: its uid. Not on CIM's page; public searches group by it.</summary>
    public string FlowId { get; init; } = "unknown";

    /// <summary><c>message_type</c>: Query, Response, or both: an answered query is both.</summary>
    public Value MessageType { get; init; }

    /// <summary><c>name</c>: The name that the answer is about.</summary>
    public string Name { get; init; } = "unknown";

    /// <summary><c>query</c>: The name that was asked for.</summary>
    public string Query { get; init; } = "unknown";

    /// <summary><c>query_count</c>: Questions in the message.</summary>
    public long? QueryCount { get; init; }

    /// <summary><c>query_type</c>: The type that was asked for; for other operations than a query theirs: Notify, Update (RFC 6895 section 2.2).</summary>
    public string QueryType { get; init; } = "unknown";

    /// <summary><c>record_type</c>: The type that was asked for: A, AAAA, TXT.</summary>
    public string RecordType { get; init; } = "unknown";

    /// <summary><c>reply_code</c>: The answer's result by name: NoError, NXDomain (RFC 6895 section 2.3).</summary>
    public string ReplyCode { get; init; } = "unknown";

    /// <summary><c>reply_code_id</c>: The answer's result by number.</summary>
    public long? ReplyCodeId { get; init; }

    /// <summary><c>response_time</c>: Milliseconds from query to answer.</summary>
    public long? ResponseTime { get; init; }

    /// <summary><c>src</c>: Who asked: name or address.</summary>
    public string Src { get; init; } = "unknown";

    /// <summary><c>src_port</c>: The port that asked.</summary>
    public long? SrcPort { get; init; }

    /// <summary><c>tag</c>: Tags of the event type.</summary>
    public Value Tag { get; init; }

    /// <summary><c>transaction_id</c>: The message's number.</summary>
    public long? TransactionId { get; init; }

    /// <summary><c>transport</c>: The transport: udp, tcp.</summary>
    public string Transport { get; init; } = "unknown";

    /// <summary><c>ttl</c>: How long each answer may be kept, in seconds; in the order of answer.</summary>
    public Value Ttl { get; init; }

    /// <summary><c>vendor_product</c>: What made the record.</summary>
    public string VendorProduct { get; init; } = "unknown";

    /// <summary><c>dest_bunit</c>: The responder's business unit (an asset lookup fills it).</summary>
    public string? DestBunit { get; init; }

    /// <summary><c>dest_category</c>: The responder's categories (an asset lookup fills them).</summary>
    public Value DestCategory { get; init; }

    /// <summary><c>dest_priority</c>: The responder's priority (an asset lookup fills it).</summary>
    public string? DestPriority { get; init; }

    /// <summary><c>src_bunit</c>: The originator's business unit (an asset lookup fills it).</summary>
    public string? SrcBunit { get; init; }

    /// <summary><c>src_category</c>: The originator's categories (an asset lookup fills them).</summary>
    public Value SrcCategory { get; init; }

    /// <summary><c>src_priority</c>: The originator's priority (an asset lookup fills it).</summary>
    public string? SrcPriority { get; init; }
}
