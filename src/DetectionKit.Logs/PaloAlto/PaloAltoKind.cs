using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.PaloAlto;

/// <summary>One type of PAN-OS log, under the add-on's names.</summary>
/// <param name="type">The type as the log has it: <c>TRAFFIC</c>.</param>
/// <param name="columns">The names of its columns; an empty name is of no use to anybody.</param>
internal class PaloAltoKind(string type, ImmutableArray<string> columns) : RecordKind
{
    /// <summary>What fills <c>vendor_product</c>.</summary>
    public static FieldMap VendorProduct { get; } = FieldMap.Constant("vendor_product", "Palo Alto Networks Firewall");

    /// <summary>All types.</summary>
    public static ImmutableArray<PaloAltoKind> All { get; } =
    [
        new TrafficLog(), new ThreatLog(),
        .. new[] { "SYSTEM", "CONFIG", "GLOBALPROTECT", "USERID", "HIPMATCH", "HIP-MATCH", "DECRYPTION", "AUTHENTICATION", "CORRELATION", "SCTP", "IPTAG", "GTP" }
            .Select(name => new PaloAltoKind(name, PaloAltoColumns.Common)),
    ];

    private static readonly FrozenDictionary<string, PaloAltoKind> ByType = All.ToFrozenDictionary(kind => kind.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>The type as the log has it.</summary>
    public string Type => type;

    /// <inheritdoc/>
    public override bool GivesRawEventsModelFields => true;

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = ["pan:" + type.ToLowerInvariant()];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } =
        [new("src", "src_ip"), new("dest", "dest_ip"), new("transport", "protocol"), new("user", "src_user"), new("dvc", "dvc_name"), new("flow_id", "session_id")];

    /// <inheritdoc/>
    public override IEnumerable<string> FieldNames => base.FieldNames.Concat(columns);

    /// <summary>The kind of a type, or null.</summary>
    /// <param name="type">The type as the log has it.</param>
    public static PaloAltoKind? Find(string type) => ByType.GetValueOrDefault(type);

    /// <summary>Takes the columns into a record; empty ones are absent.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cells">The line taken apart.</param>
    /// <param name="line">The line.</param>
    public void Fill(LogRecord record, CsvLine cells, ReadOnlySpan<byte> line)
    {
        for (var i = 1; i < Math.Min(columns.Length, cells.Count); i++)
        {
            if (columns[i].Length > 0 && !cells.BytesOf(line, i).IsEmpty)
                record.Set(columns[i], Value.Of(cells.TextOf(line, i)));
        }
    }

    /// <inheritdoc/>
    public override bool Fits(LogRecord record) => string.Equals(record["type"].ToText(), type, StringComparison.OrdinalIgnoreCase) && (record.Has("subtype") || record.Has("log_subtype"));

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        PaloAltoColumns.Rename(record);
        record.Time ??= TimeOf(record, "high_res_timestamp") ?? TimeOf(record, "generated_time") ?? TimeOf(record, "receive_time");
        if (record["vendor_action"] is { IsNull: false } action && !record.Has("action"))
            record.Set("action", Value.Of(ActionOf(action.ToText())));
    }

    private static Timestamp? TimeOf(LogRecord record, string field) => TimeText.TryRead(record[field], out var time) ? time : null;

    // As the add-on's table of actions has it; what comes out of an index has its words already.
    private static string ActionOf(string action) => action switch
    {
        "allow" or "alert" or "continue" or "override" or "syncookie-sent" or "wildfire-upload-success" or "forward" => "allowed",
        "allowed" or "blocked" or "teardown" or "unknown" => action,
        "deny" or "drop" or "drop-icmp" or "drop-all" or "drop-all-packets" or "sinkhole" or "random-drop" => "blocked",
        _ => action.StartsWith("block", StringComparison.Ordinal) || action.StartsWith("reset", StringComparison.Ordinal) ? "blocked" : "unknown",
    };
}
