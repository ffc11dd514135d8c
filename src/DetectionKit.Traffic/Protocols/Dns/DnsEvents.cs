using System.Collections.Frozen;
using System.Globalization;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>A query, an answer, or both as an event of CIM's Network_Resolution.</summary>
internal static class DnsEvents
{
    /// <summary>The fields that DNS fills (CIM's names). The others keep their published defaults.</summary>
    public static FrozenSet<string> FilledFields { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "additional_answer_count", "answer", "answer_count", "authority_answer_count", "dest", "dest_port", "duration", "flow_id", "message_type", "name",
        "query", "query_count", "query_type", "record_type", "reply_code", "reply_code_id", "response_time", "src", "src_port", "tag", "transaction_id",
        "transport", "ttl", "vendor_product");

    private static readonly Value Tags = Value.OfMany([Value.Of("network"), Value.Of("resolution"), Value.Of("dns")]);
    private static readonly Value Query = Value.Of("Query");
    private static readonly Value Response = Value.Of("Response");
    private static readonly Value Both = Value.OfMany([Query, Response]);

    /// <summary>The event; its time is the query's, or the answer's where no query was seen.</summary>
    /// <param name="query">The query; null: none was seen.</param>
    /// <param name="response">The answer; null: none came.</param>
    /// <param name="ends">Whose they are.</param>
    /// <param name="dialect">Which protocol.</param>
    public static NetworkResolution Of(DnsPending? query, DnsPending? response, FlowEnds ends, DnsDialect dialect)
    {
        var first = query ?? response!.Value;
        var asked = query?.Question.Name is not null ? query.Value.Question : response?.Question ?? default;
        var answers = response?.Message.Answers ?? [];
        var waited = query is { } q && response is { } r ? Math.Max(0, r.Time - q.Time) : (long?)null;
        var counts = response?.Message.Counts;
        return new()
        {
            Time = new Timestamp(first.Time),
            Source = ends.Capture,
            SourceType = SourceTypes.Dns,
            AdditionalAnswerCount = counts?.Additionals,
            Answer = Value.OfMany(answers.Select(answer => Value.Of(answer.Text))),
            AnswerCount = counts?.Answers,
            AuthorityAnswerCount = counts?.Authorities,
            Dest = ends.Destination.ToString(),
            DestPort = ends.DestinationPort,
            Duration = waited / 1e9,
            FlowId = ends.Uid,
            MessageType = query is null ? Response : response is null ? Query : Both,
            Name = answers.Count > 0 ? answers[0].Name : asked.Name ?? "unknown",
            Query = asked.Name ?? "unknown",
            QueryCount = first.Message.Counts.Questions,
            QueryType = first.Message.Operation == 0 ? asked.Type ?? "unknown" : OperationOf(first.Message, dialect),
            RecordType = asked.Type ?? "unknown",
            ReplyCode = response is { } reply ? DnsTypes.Result(reply.Message.Code) : "unknown",
            ReplyCodeId = response?.Message.Code,
            ResponseTime = waited / 1_000_000,
            Src = ends.Source.ToString(),
            SrcPort = ends.SourcePort,
            Tag = Tags,
            TransactionId = first.Message.Id,
            Transport = ends.Transport,
            Ttl = Value.OfMany(answers.Select(answer => Value.Of(answer.TimeToLive.ToString(CultureInfo.InvariantCulture)))),
            VendorProduct = NetworkTrafficEvents.VendorProduct,
        };
    }

    private static string OperationOf(DnsMessage message, DnsDialect dialect) =>
        dialect.NetBios ? DnsTypes.NetBiosOperation(message.Operation) : DnsTypes.Operation(message.Operation);
}
