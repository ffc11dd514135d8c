using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Running;
using DetectionKit.Sensor.Alerts;

namespace DetectionKit.Sensor.Delivery.Journal;

/// <summary>What the journal says of one revision of an alert, as JSON.</summary>
/// <param name="Sequence">The alert's number among all that were accepted.</param>
/// <param name="Batch">The number of the first alert that was accepted together with it.</param>
/// <param name="AlertId">The alert's id.</param>
/// <param name="Window">When its window began, in nanoseconds; 0: the run.</param>
/// <param name="Revision">The revision.</param>
/// <param name="State">Whether it may still change.</param>
/// <param name="Throttled">What it holds back from now on.</param>
/// <param name="Alert">The alert; what a bundle says of its detection is not kept. Null: that it was given is all that is known.</param>
internal sealed record AlertRecord(long Sequence, long Batch, string AlertId, long Window, int Revision, LiveRowState State, ThrottledValues? Throttled, Alert? Alert)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether it is what JSON of another shape throws.</summary>
    public static bool IsForeign(Exception e) => e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException;

    /// <summary>The record of an alert that is about to be accepted.</summary>
    public static AlertRecord Of(Alert alert, long batch) =>
        new(alert.Sequence, batch, alert.Id, alert.Live.WindowStart.Nanoseconds, alert.Live.Revision, alert.Live.State, alert.Throttled, alert);

    public byte[] Encode()
    {
        var output = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", Sequence);
            json.WriteNumber("batch", Batch);
            json.WriteString("alert_id", AlertId);
            json.WriteNumber("window", Window);
            json.WriteNumber("revision", Revision);
            json.WriteNumber("state", (int)State);
            if (Throttled is { } throttled)
                WriteThrottled(json, throttled);
            if (Alert is { } alert)
                Write(json, alert);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads a record. What is none is a <see cref="JsonException"/>, or one of those that <see cref="JsonElement"/> throws.</summary>
    public static AlertRecord Decode(JsonElement json)
    {
        var (id, state) = (json.GetProperty("alert_id").GetString()!, (LiveRowState)json.GetProperty("state").GetInt32());
        var (window, revision, sequence) = (json.GetProperty("window").GetInt64(), json.GetProperty("revision").GetInt32(), json.GetProperty("sequence").GetInt64());
        var throttled = json.TryGetProperty("throttled", out var values) ? ReadThrottled(values) : null;
        var alert = json.TryGetProperty("alert", out var body) ? Read(body, id, window, revision, state) with { Sequence = sequence } : null;
        return new(sequence, json.GetProperty("batch").GetInt64(), id, window, revision, state, throttled, alert);
    }

    /// <summary>Writes what throttling remembers as a property.</summary>
    public static void WriteThrottled(Utf8JsonWriter json, ThrottledValues values)
    {
        json.WriteStartObject("throttled");
        json.WriteString("key", values.Key);
        json.WriteString("alert_id", values.AlertId);
        json.WriteNumber("until", values.Until.Nanoseconds);
        json.WriteEndObject();
    }

    public static ThrottledValues ReadThrottled(JsonElement json) =>
        new(json.GetProperty("key").GetString()!, json.GetProperty("alert_id").GetString()!, TimeOf(json, "until"));

    private static void Write(Utf8JsonWriter json, Alert alert)
    {
        var detection = alert.Live.Result.Detection;
        json.WriteStartObject("alert");
        json.WriteString("id", detection.Id);
        json.WriteString("name", detection.Name);
        json.WriteNumber("version", detection.Version);
        json.WriteString("type", detection.Type);
        json.WriteStartArray("attack");
        foreach (var id in detection.AttackIds)
            json.WriteStringValue(id);
        json.WriteEndArray();
        json.WriteNumber("time", alert.Live.Result.Time.Nanoseconds);
        json.WriteNumber("made", alert.Made.Nanoseconds);
        json.WriteString("bundle", alert.Bundle);
        json.WriteString("sensor", alert.Sensor);
        json.WriteString("evidence", alert.EvidenceFile);
        json.WriteBoolean("interrupted", alert.IsInterrupted);
        json.WritePropertyName("row");
        ResultWriter.WriteRow(json, alert.Row);
        json.WriteStartArray("flows");
        foreach (var flow in alert.Row.Origin.Flows?.Flows ?? [])
            Write(json, flow);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FlowReference flow)
    {
        json.WriteStartObject();
        json.WriteString("uid", flow.Uid);
        json.WriteString("src", flow.Source.ToString());
        json.WriteNumber("src_port", flow.SourcePort);
        json.WriteString("dest", flow.Destination.ToString());
        json.WriteNumber("dest_port", flow.DestinationPort);
        json.WriteNumber("protocol", flow.Protocol);
        json.WriteString("community_id", flow.CommunityId);
        json.WriteNumber("start", flow.Start.Nanoseconds);
        json.WriteNumber("end", flow.End.Nanoseconds);
        json.WriteString("evidence", flow.Evidence);
        json.WriteEndObject();
    }

    private static Alert Read(JsonElement json, string id, long window, int revision, LiveRowState state)
    {
        var detection = new DetectorInfo(
            TextOf(json, "name"), TextOf(json, "id"), json.GetProperty("version").GetInt32(), TextOf(json, "type"), [.. json.GetProperty("attack").EnumerateArray().Select(item => item.GetString()!)]);
        var row = new Row();
        foreach (var column in json.GetProperty("row").EnumerateObject())
            row[column.Name] = column.Value.ValueKind == JsonValueKind.Array ? Value.OfMany(column.Value.EnumerateArray().Select(JsonLeaves.ValueOf)) : JsonLeaves.ValueOf(column.Value);
        var flows = json.GetProperty("flows").EnumerateArray().Select(flow => FlowTrail.Of(ReadFlow(flow))).Aggregate((FlowTrail?)null, FlowTrail.Join);
        var time = TimeOf(json, "time");
        row.Origin = new(time, 0, RowOrigin.NoEvent, null, flows);
        return new()
        {
            Live = new(new(detection, id, time, row), new(window), revision, state),
            Detection = null,
            Bundle = TextOf(json, "bundle"),
            Sensor = TextOf(json, "sensor"),
            Made = TimeOf(json, "made"),
            EvidenceFile = json.GetProperty("evidence").GetString(),
            IsInterrupted = json.TryGetProperty("interrupted", out var interrupted) && interrupted.GetBoolean(),
        };
    }

    private static FlowReference ReadFlow(JsonElement json) => new(
        TextOf(json, "uid"),
        AddressOf(json, "src"),
        json.GetProperty("src_port").GetInt32(),
        AddressOf(json, "dest"),
        json.GetProperty("dest_port").GetInt32(),
        json.GetProperty("protocol").GetInt32(),
        TextOf(json, "community_id"),
        TimeOf(json, "start"),
        TimeOf(json, "end"),
        json.GetProperty("evidence").GetString());

    private static string TextOf(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    private static Timestamp TimeOf(JsonElement json, string name) => new(json.GetProperty(name).GetInt64());

    private static IpAddress AddressOf(JsonElement json, string name) => IpAddress.TryParse(TextOf(json, name), out var address) ? address : default;
}
