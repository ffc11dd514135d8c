using System.Text.Json;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Running;

namespace DetectionKit.Sensor.Alerts.Formats;

/// <summary>DetectionKit's own: what <c>dk run --format json</c> writes, and what a live run adds.</summary>
internal sealed class NativeFormat : AlertFormat
{
    public override string Name => "native";

    protected override void Write(Utf8JsonWriter json, Alert alert)
    {
        var result = alert.Live.Result;
        json.WriteString("detection", result.Detection.Name);
        json.WriteString("id", result.Detection.Id);
        json.WriteString("alert_id", result.AlertId);
        json.WritePropertyName("time");
        ResultWriter.WriteValue(json, Value.Of(result.Time));
        json.WritePropertyName("row");
        ResultWriter.WriteRow(json, result.Row);
        json.WriteNumber("revision", alert.Live.Revision);
        json.WriteBoolean("final", alert.IsFinal);
        if (alert.Live.State == LiveRowState.Withdrawn)
            json.WriteBoolean("withdrawn", value: true);
        json.WritePropertyName("window_start");
        ResultWriter.WriteValue(json, Value.Of(alert.Live.WindowStart));
        json.WriteNumber("version", result.Detection.Version);
        json.WriteString("type", result.Detection.Type);
        WriteTexts(json, "attack", result.Detection.AttackIds);
        json.WriteString("sensor", alert.Sensor);
        json.WriteString("bundle", alert.Bundle);
        WriteFlows(json, alert);
        if (alert.EvidenceFile is { } file)
            json.WriteString("evidence_file", file);
    }

    private static void WriteFlows(Utf8JsonWriter json, Alert alert)
    {
        if (alert.Row.Origin.Flows is not { } trail)
            return;
        json.WriteStartArray("flows");
        foreach (var flow in trail.Flows)
        {
            json.WriteStartObject();
            json.WriteString("uid", flow.Uid);
            json.WriteString("community_id", flow.CommunityId);
            if (flow.Evidence is { } evidence)
                json.WriteString("evidence", evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (trail.IsCut)
            json.WriteBoolean("more_flows", value: true);
    }
}
