using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.InterprocessMessaging;

/// <summary>One request between programs, by queue or call, as CIM's Interprocess_Messaging data model describes it (dataset All_Interprocess_Messaging). Immutable.</summary>
public sealed class InterprocessMessage : ModelEvent
{
    /// <summary>The model's table.</summary>
    public static DataModel<InterprocessMessage> Model { get; } = new("Interprocess_Messaging", "All_Interprocess_Messaging", "CIM: Interprocess Messaging")
    {
        Assets = ["dest", "src"],
    };

    [Field("Where the message went: name or address.")] public string Dest { get; init; } = "unknown";
    [Field("Seconds until the call was over.")] public double? Duration { get; init; }
    [Field("The endpoint that was called.")] public string Endpoint { get; init; } = "unknown";
    [Field("Its version.")] public string EndpointVersion { get; init; } = "unknown";
    [Field("The command or text.")] public string Message { get; init; } = "unknown";
    [Field("When it was consumed.")] public string? MessageConsumedTime { get; init; }
    [Field("What ties it to another.")] public string MessageCorrelationId { get; init; } = "unknown";
    [Field("When it was delivered.")] public string? MessageDeliveredTime { get; init; }
    [Field("persistent, non-persistent.")] public string MessageDeliveryMode { get; init; } = "unknown";
    [Field("When it expires.")] public string? MessageExpirationTime { get; init; }
    [Field("Its identifier.")] public string MessageId { get; init; } = "unknown";
    [Field("Its priority.")] public string MessagePriority { get; init; } = "unknown";
    [Field("Its other properties.")] public string MessageProperties { get; init; } = "unknown";
    [Field("When it was received.")] public string? MessageReceivedTime { get; init; }
    [Field("Whether it was delivered again.")] public string? MessageRedelivered { get; init; }
    [Field("Where its answer goes.")] public string MessageReplyDest { get; init; } = "unknown";
    [Field("Its type: call, reply.")] public string MessageType { get; init; } = "unknown";
    [Field("The parameters.")] public string Parameters { get; init; } = "unknown";
    [Field("What it carries.")] public string Payload { get; init; } = "unknown";
    [Field("The kind of what it carries: json, xml.")] public string PayloadType { get; init; } = "unknown";
    [Field("What the request carries.")] public string RequestPayload { get; init; } = "unknown";
    [Field("The kind of that.")] public string RequestPayloadType { get; init; } = "unknown";
    [Field("When it was asked.")] public string? RequestSentTime { get; init; }
    [Field("The answer as a number.")] public string ResponseCode { get; init; } = "unknown";
    [Field("The kind of what the answer carries.")] public string ResponsePayloadType { get; init; } = "unknown";
    [Field("When it was answered.")] public string? ResponseReceivedTime { get; init; }
    [Field("Seconds until the answer.")] public double? ResponseTime { get; init; }
    [Field("What the answer says.")] public string ReturnMessage { get; init; } = "unknown";
    [Field("The protocol of the call: SOAP, REST, WMI.")] public string RpcProtocol { get; init; } = "unknown";
    [Field("Where it came from: name or address.")] public string Src { get; init; } = "unknown";
    [Field("pass, fail.")] public string Status { get; init; } = "unknown";
    [Field("Tags of the event type.")] public Value Tag { get; init; }
}
