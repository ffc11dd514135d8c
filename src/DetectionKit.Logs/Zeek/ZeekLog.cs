using System.Collections.Immutable;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Zeek;

/// <summary>One of Zeek's logs: <c>conn</c>. Known by its path, or in JSON without <c>_path</c> by fields that only it has.</summary>
/// <param name="path">The log's name.</param>
/// <param name="signs">Fields of which a JSON record without <c>_path</c> has at least one, beside <c>ts</c>; none: only the path tells.</param>
internal class ZeekLog(string path, params ImmutableArray<string> signs) : RecordKind
{
    /// <summary>What fills <c>vendor_product</c>.</summary>
    public static FieldMap VendorProduct { get; } = FieldMap.Constant("vendor_product", "Zeek");

    /// <summary>The log's name.</summary>
    public string Path => path;

    /// <inheritdoc/>
    public override bool GivesRawEventsModelFields => true;

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = [$"zeek:{path}:json", $"zeek:{path}", $"bro:{path}:json", $"bro:{path}", $"zeek_{path}", $"bro_{path}", $"corelight_{path}"];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases => EndAliases;

    // With and without the dot: Zeek's own separator, and the one that Splunk's index and some writers put in its place.
    /// <summary>The add-on's names of a connection's ends.</summary>
    protected static ImmutableArray<FieldAlias> EndAliases { get; } =
    [
        new("src_ip", "id.orig_h"), new("src_ip", "id_orig_h"), new("src", "src_ip"), new("src_port", "id.orig_p"), new("src_port", "id_orig_p"),
        new("dest_ip", "id.resp_h"), new("dest_ip", "id_resp_h"), new("dest", "dest_ip"), new("dest_port", "id.resp_p"), new("dest_port", "id_resp_p"),
        new("transport", "proto"), new("flow_id", "uid"),
    ];

    /// <inheritdoc/>
    public override bool Fits(LogRecord record)
    {
        if (record["_path"] is { IsNull: false } named)
            return string.Equals(named.ToText(), path, StringComparison.Ordinal);
        return record.Has("ts") && HasSigns(record);
    }

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (record.Time is null && TimeText.TryRead(record["ts"], out var time))
            record.Time = time;
        if (record.Host is null && record["_system_name"] is { IsNull: false } system)
            record.Host = system.ToText();
    }

    /// <summary>Whether a record with <c>ts</c> is of this log.</summary>
    /// <param name="record">The record.</param>
    protected virtual bool HasSigns(LogRecord record)
    {
        foreach (var sign in signs)
        {
            if (record.Has(sign))
                return true;
        }

        return false;
    }

    /// <summary>A list, whether JSON (<c>answers{}</c>) or a column of text holds it.</summary>
    /// <param name="field">The model's field.</param>
    /// <param name="from">Zeek's name.</param>
    protected static FieldMap List(string field, string from) => FieldMap.Of(field, from, from + "{}");
}
