using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.NetworkResolution;

/// <summary>The field table of DNS, in the order of CIM's page; the fields that only a lookup of assets or identities fills come last.</summary>
internal static class NetworkResolutionFields
{
    public static ImmutableArray<ModelField<NetworkResolution>> All { get; } =
    [
        new("additional_answer_count", FieldType.Integer, null, nameof(NetworkResolution.AdditionalAnswerCount), "Records in the answer's additional section.", e => Value.Of(e.AdditionalAnswerCount)),
        new("answer", FieldType.MultiText, null, nameof(NetworkResolution.Answer), "What was answered: an address, a name or a record's text; one value a record.", e => e.Answer),
        new("answer_count", FieldType.Integer, null, nameof(NetworkResolution.AnswerCount), "Records in the answer's answer section.", e => Value.Of(e.AnswerCount)),
        new("authority_answer_count", FieldType.Integer, null, nameof(NetworkResolution.AuthorityAnswerCount), "Records in the answer's authority section.", e => Value.Of(e.AuthorityAnswerCount)),
        new("dest", FieldType.Text, "unknown", nameof(NetworkResolution.Dest), "Who was asked: name or address.", e => Value.Of(e.Dest)),
        new("dest_port", FieldType.Integer, null, nameof(NetworkResolution.DestPort), "The port that was asked.", e => Value.Of(e.DestPort)),
        new("duration", FieldType.Number, null, nameof(NetworkResolution.Duration), "Seconds from query to answer.", e => Value.Of(e.Duration)),
        new("flow_id", FieldType.Text, "unknown", nameof(NetworkResolution.FlowId), "The flow's identifier: its uid. Not on CIM's page; public searches group by it.", e => Value.Of(e.FlowId)),
        new("message_type", FieldType.MultiText, null, nameof(NetworkResolution.MessageType), "Query, Response, or both: an answered query is both.", e => e.MessageType),
        new("name", FieldType.Text, "unknown", nameof(NetworkResolution.Name), "The name that the answer is about.", e => Value.Of(e.Name)),
        new("query", FieldType.Text, "unknown", nameof(NetworkResolution.Query), "The name that was asked for.", e => Value.Of(e.Query)),
        new("query_count", FieldType.Integer, null, nameof(NetworkResolution.QueryCount), "Questions in the message.", e => Value.Of(e.QueryCount)),
        new("query_type", FieldType.Text, "unknown", nameof(NetworkResolution.QueryType), "The type that was asked for; for other operations than a query theirs: Notify, Update (RFC 6895 section 2.2).", e => Value.Of(e.QueryType)),
        new("record_type", FieldType.Text, "unknown", nameof(NetworkResolution.RecordType), "The type that was asked for: A, AAAA, TXT.", e => Value.Of(e.RecordType)),
        new("reply_code", FieldType.Text, "unknown", nameof(NetworkResolution.ReplyCode), "The answer's result by name: NoError, NXDomain (RFC 6895 section 2.3).", e => Value.Of(e.ReplyCode)),
        new("reply_code_id", FieldType.Integer, null, nameof(NetworkResolution.ReplyCodeId), "The answer's result by number.", e => Value.Of(e.ReplyCodeId)),
        new("response_time", FieldType.Integer, null, nameof(NetworkResolution.ResponseTime), "Milliseconds from query to answer.", e => Value.Of(e.ResponseTime)),
        new("src", FieldType.Text, "unknown", nameof(NetworkResolution.Src), "Who asked: name or address.", e => Value.Of(e.Src)),
        new("src_port", FieldType.Integer, null, nameof(NetworkResolution.SrcPort), "The port that asked.", e => Value.Of(e.SrcPort)),
        new("tag", FieldType.MultiText, null, nameof(NetworkResolution.Tag), "Tags of the event type.", e => e.Tag),
        new("transaction_id", FieldType.Integer, null, nameof(NetworkResolution.TransactionId), "The message's number.", e => Value.Of(e.TransactionId)),
        new("transport", FieldType.Text, "unknown", nameof(NetworkResolution.Transport), "The transport: udp, tcp.", e => Value.Of(e.Transport)),
        new("ttl", FieldType.MultiText, null, nameof(NetworkResolution.Ttl), "How long each answer may be kept, in seconds; in the order of answer.", e => e.Ttl),
        new("vendor_product", FieldType.Text, "unknown", nameof(NetworkResolution.VendorProduct), "What made the record.", e => Value.Of(e.VendorProduct)),
        new("dest_bunit", FieldType.Text, null, nameof(NetworkResolution.DestBunit), "The responder's business unit (an asset lookup fills it).", e => Value.Of(e.DestBunit)),
        new("dest_category", FieldType.MultiText, null, nameof(NetworkResolution.DestCategory), "The responder's categories (an asset lookup fills them).", e => e.DestCategory),
        new("dest_priority", FieldType.Text, null, nameof(NetworkResolution.DestPriority), "The responder's priority (an asset lookup fills it).", e => Value.Of(e.DestPriority)),
        new("src_bunit", FieldType.Text, null, nameof(NetworkResolution.SrcBunit), "The originator's business unit (an asset lookup fills it).", e => Value.Of(e.SrcBunit)),
        new("src_category", FieldType.MultiText, null, nameof(NetworkResolution.SrcCategory), "The originator's categories (an asset lookup fills them).", e => e.SrcCategory),
        new("src_priority", FieldType.Text, null, nameof(NetworkResolution.SrcPriority), "The originator's priority (an asset lookup fills it).", e => Value.Of(e.SrcPriority)),
    ];
}
