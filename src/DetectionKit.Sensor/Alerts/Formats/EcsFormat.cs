using System.Text.Json;
using DetectionKit.Engine.Running;

namespace DetectionKit.Sensor.Alerts.Formats;

/// <summary>Elastic Common Schema 8: an event of kind <c>alert</c> (www.elastic.co/guide/en/ecs: event, rule, threat, source, destination, network, observer). The row is under <c>detectionkit</c>.</summary>
internal sealed class EcsFormat : AlertFormat
{
    public override string Name => "ecs";

    protected override void Write(Utf8JsonWriter json, Alert alert)
    {
        var detection = alert.Live.Result.Detection;
        var risk = AlertRisk.Of(alert);
        json.WriteString("@timestamp", RowFields.Iso(alert.Live.Result.Time));
        if (risk.Message is { } message)
            json.WriteString("message", message);
        Object(json, "ecs", () => json.WriteString("version", "8.17.0"));
        Object(json, "event", () =>
        {
            json.WriteString("kind", "alert");
            WriteTexts(json, "category", ["intrusion_detection", "network"]);
            WriteTexts(json, "type", ["info"]);
            json.WriteString("module", "detectionkit");
            json.WriteString("dataset", "detectionkit.alert");
            json.WriteString("id", alert.Id);
            json.WriteNumber("sequence", alert.Live.Revision);
            json.WriteString("created", RowFields.Iso(alert.Made));
            if (risk.Score > 0)
                json.WriteNumber("risk_score", risk.Score);
        });
        Object(json, "rule", () =>
        {
            json.WriteString("id", detection.Id);
            json.WriteString("name", detection.Name);
            json.WriteString("version", detection.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("ruleset", alert.Bundle);
        });
        if (!detection.AttackIds.IsEmpty)
            Object(json, "threat", () =>
            {
                json.WriteString("framework", "MITRE ATT&CK");
                Object(json, "technique", () => WriteTexts(json, "id", detection.AttackIds));
            });
        WriteEnd(json, "source", RowFields.Source(alert), RowFields.SourcePort(alert));
        WriteEnd(json, "destination", RowFields.Destination(alert), RowFields.DestinationPort(alert));
        WriteNetwork(json, alert);
        Object(json, "observer", () =>
        {
            json.WriteString("name", alert.Sensor);
            json.WriteString("vendor", "DetectionKit");
            json.WriteString("type", "ids");
        });
        Object(json, "detectionkit", () =>
        {
            json.WriteNumber("revision", alert.Live.Revision);
            json.WriteBoolean("final", alert.IsFinal);
            WriteEnding(json, alert);
            json.WritePropertyName("row");
            ResultWriter.WriteRow(json, alert.Row);
        });
    }

    private static void WriteNetwork(Utf8JsonWriter json, Alert alert)
    {
        var flows = alert.Row.Origin.Flows?.Flows ?? [];
        var (transport, app) = (RowFields.Text(alert, "transport"), RowFields.Text(alert, "app"));
        if (flows.Count == 0 && transport is null && app is null)
            return;
        Object(json, "network", () =>
        {
            if (transport is not null)
                json.WriteString("transport", transport);
            if (app is not null)
                json.WriteString("protocol", app);
            if (flows.Count > 0)
                WriteTexts(json, "community_id", flows.Select(flow => flow.CommunityId));
        });
    }

    private static void WriteEnd(Utf8JsonWriter json, string name, string? address, long? port)
    {
        if (address is null)
            return;
        Object(json, name, () =>
        {
            json.WriteString("address", address);
            if (System.Net.IPAddress.TryParse(address, out _))
                json.WriteString("ip", address);
            if (port is { } number)
                json.WriteNumber("port", number);
        });
    }
}
