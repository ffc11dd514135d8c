using System.Text.Json;
using DetectionKit.Engine.Running;

namespace DetectionKit.Sensor.Alerts.Formats;

/// <summary>Suricata's EVE, event type <c>alert</c> (docs.suricata.io: EVE JSON Format). The signature's number is made of the rule's UUID; the row is under <c>detectionkit</c>.</summary>
internal sealed class EveFormat : AlertFormat
{
    public override string Name => "eve";

    protected override void Write(Utf8JsonWriter json, Alert alert)
    {
        var detection = alert.Live.Result.Detection;
        var risk = AlertRisk.Of(alert);
        json.WriteString("timestamp", alert.Live.Result.Time.ToUtc().ToString("yyyy-MM-ddTHH:mm:ss.ffffff+0000", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("event_type", "alert");
        WriteText(json, "src_ip", RowFields.Source(alert));
        WriteNumber(json, "src_port", RowFields.SourcePort(alert));
        WriteText(json, "dest_ip", RowFields.Destination(alert));
        WriteNumber(json, "dest_port", RowFields.DestinationPort(alert));
        WriteText(json, "proto", RowFields.Text(alert, "transport")?.ToUpperInvariant());
        WriteText(json, "app_proto", RowFields.Text(alert, "app"));
        WriteText(json, "community_id", alert.Row.Origin.Flows?.Flows[0].CommunityId);
        WriteText(json, "host", alert.Sensor);
        Object(json, "alert", () =>
        {
            json.WriteString("action", "allowed");
            json.WriteNumber("gid", 1);
            json.WriteNumber("signature_id", SignatureId(detection.Id));
            json.WriteNumber("rev", detection.Version);
            json.WriteString("signature", detection.Name);
            json.WriteString("category", detection.Type);
            // 1 is the gravest.
            json.WriteNumber("severity", risk.Score switch { >= 70 => 1, >= 40 => 2, _ => 3 });
            Object(json, "metadata", () =>
            {
                WriteTexts(json, "detection_id", [detection.Id]);
                if (!detection.AttackIds.IsEmpty)
                    WriteTexts(json, "mitre_technique_id", detection.AttackIds);
            });
        });
        Object(json, "detectionkit", () =>
        {
            json.WriteString("alert_id", alert.Id);
            json.WriteNumber("revision", alert.Live.Revision);
            json.WriteBoolean("final", alert.IsFinal);
            WriteEnding(json, alert);
            WriteText(json, "message", risk.Message);
            if (alert.Row.Origin.Flows is { } trail)
                WriteTexts(json, "uids", trail.Flows.Select(flow => flow.Uid));
            json.WritePropertyName("row");
            ResultWriter.WriteRow(json, alert.Row);
        });
    }

    // 31 bits of FNV-1a: readers want a number that fits and stays.
    private static uint SignatureId(string id)
    {
        var hash = 2166136261U;
        foreach (var c in id)
            hash = (hash ^ c) * 16777619U;
        return hash & 0x7FFFFFFF;
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } known)
            json.WriteNumber(name, known);
    }
}
