using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.SplunkStream;

/// <summary>A record of Splunk Stream.</summary>
/// <param name="sourceType">Its source type.</param>
internal abstract class StreamRecord(string sourceType) : RecordKind
{
    /// <summary>What fills <c>vendor_product</c>.</summary>
    public static FieldMap VendorProduct { get; } = FieldMap.Constant("vendor_product", "Splunk Stream");

    /// <inheritdoc/>
    public override bool GivesRawEventsModelFields => true;

    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = [sourceType];

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases { get; } = [new("src", "src_ip"), new("dest", "dest_ip")];

    /// <inheritdoc/>
    public override bool Fits(LogRecord record) => record.Has("protocol_stack") && record.Has("src_ip") && HasSigns(record);

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (record.Time is null && TimeText.TryRead(record["timestamp"], out var time))
            record.Time = time;
        record.Source ??= SourceTypes[0];
    }

    /// <summary>Whether a record of Stream is of this protocol.</summary>
    /// <param name="record">The record.</param>
    protected abstract bool HasSigns(LogRecord record);

    /// <summary>Microseconds as seconds.</summary>
    /// <param name="microseconds">Stream's <c>time_taken</c>.</param>
    protected static Value Seconds(Value microseconds) => microseconds.TryGetNumber(out var number) ? Value.Of(number / 1e6) : default;

    /// <summary>Microseconds as milliseconds.</summary>
    /// <param name="microseconds">Stream's times.</param>
    protected static Value Milliseconds(Value microseconds) => microseconds.TryGetNumber(out var number) && Math.Abs(number) < 1e15 ? Value.Of((long)(number / 1e3)) : default;
}
