using System.Text.Json;
using DetectionKit.Abstractions.Values;
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
        WriteEnding(json, alert);
        json.WritePropertyName("window_start");
        ResultWriter.WriteValue(json, Value.Of(alert.Live.WindowStart));
        json.WriteNumber("version", result.Detection.Version);
        json.WriteString("type", result.Detection.Type);
        WriteTexts(json, "attack", result.Detection.AttackIds);
        json.WriteString("sensor", alert.Sensor);
        json.WriteString("bundle", alert.Bundle);
        WriteRisk(json, AlertRisk.Of(alert));
        WriteFlows(json, alert);
        if (alert.EvidenceFile is { } file)
            json.WriteString("evidence_file", file);
    }

    private static void WriteRisk(Utf8JsonWriter json, AlertRisk risk)
    {
        if (risk.Message is { } message)
            json.WriteString("message", message);
        if (risk.Objects.IsEmpty)
            return;
        json.WriteNumber("risk_score", risk.Score);
        json.WriteStartArray("risk_objects");
        foreach (var (field, type, value, score) in risk.Objects)
        {
            json.WriteStartObject();
            json.WriteString("field", field);
            json.WriteString("type", type);
            json.WriteString("value", value);
            json.WriteNumber("score", score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("threat_objects");
        foreach (var (field, type, value) in risk.Threats)
        {
            json.WriteStartObject();
            json.WriteString("field", field);
            json.WriteString("type", type);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
