using System.Text.Json;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Running;

namespace DetectionKit.Sensor.Alerts.Formats;

/// <summary>OCSF 1.4, Detection Finding (class 2004; schema.ocsf.io/1.4.0/classes/detection_finding). The row is under <c>unmapped</c>.</summary>
internal sealed class OcsfFormat : AlertFormat
{
    private const int ClassUid = 2004;
    private const int CategoryUid = 2;

    public override string Name => "ocsf";

    protected override void Write(Utf8JsonWriter json, Alert alert)
    {
        var detection = alert.Live.Result.Detection;
        var risk = AlertRisk.Of(alert);
        // 1 Create, 2 Update, 3 Close.
        var activity = alert.IsFinal ? 3 : alert.Live.Revision == 1 ? 1 : 2;
        var time = alert.Live.Result.Time.Nanoseconds / 1_000_000;
        json.WriteNumber("activity_id", activity);
        json.WriteString("activity_name", activity switch { 1 => "Create", 2 => "Update", _ => "Close" });
        json.WriteNumber("category_uid", CategoryUid);
        json.WriteString("category_name", "Findings");
        json.WriteNumber("class_uid", ClassUid);
        json.WriteString("class_name", "Detection Finding");
        json.WriteNumber("type_uid", (ClassUid * 100) + activity);
        json.WriteNumber("time", time);
        if (risk.Message is { } message)
            json.WriteString("message", message);
        WriteSeverity(json, risk.Score);
        // 1 New, 3 Suppressed, 4 Resolved: a row that does not hold any more is resolved.
        json.WriteNumber("status_id", alert.Live.State == LiveRowState.Withdrawn ? 4 : 1);
        if (risk.Score > 0)
            json.WriteNumber("risk_score", risk.Score);
        Object(json, "metadata", () =>
        {
            json.WriteString("version", "1.4.0");
            json.WriteString("uid", $"{alert.Id}-{alert.Live.Revision}");
            json.WriteString("log_name", "alert");
            json.WriteNumber("logged_time", alert.Made.Nanoseconds / 1_000_000);
            Object(json, "product", () =>
            {
                json.WriteString("name", "DetectionKit Sensor");
                json.WriteString("vendor_name", "DetectionKit");
                json.WriteString("uid", alert.Sensor);
            });
        });
        Object(json, "finding_info", () =>
        {
            json.WriteString("uid", alert.Id);
            json.WriteString("title", detection.Name);
            if (risk.Message is { } text)
                json.WriteString("desc", text);
            json.WriteNumber("created_time", time);
            Object(json, "analytic", () =>
            {
                json.WriteString("uid", detection.Id);
                json.WriteString("name", detection.Name);
                json.WriteString("version", detection.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
                json.WriteNumber("type_id", 1);
                json.WriteString("type", "Rule");
            });
            WriteAttacks(json, detection.AttackIds);
        });
        WriteEvidences(json, alert);
        WriteObservables(json, risk);
        Object(json, "unmapped", () =>
        {
            json.WriteNumber("revision", alert.Live.Revision);
            json.WriteBoolean("final", alert.IsFinal);
            WriteEnding(json, alert);
            json.WritePropertyName("row");
            ResultWriter.WriteRow(json, alert.Row);
        });
    }

    // 1 Informational, 2 Low, 3 Medium, 4 High, 5 Critical.
    private static void WriteSeverity(Utf8JsonWriter json, int score)
    {
        var severity = score switch { 0 => 1, < 40 => 2, < 70 => 3, < 90 => 4, _ => 5 };
        json.WriteNumber("severity_id", severity);
        json.WriteString("severity", severity switch { 1 => "Informational", 2 => "Low", 3 => "Medium", 4 => "High", _ => "Critical" });
    }

    private static void WriteAttacks(Utf8JsonWriter json, IEnumerable<string> techniques)
    {
        json.WriteStartArray("attacks");
        foreach (var id in techniques)
        {
            json.WriteStartObject();
            Object(json, "technique", () => json.WriteString("uid", id));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEvidences(Utf8JsonWriter json, Alert alert)
    {
        var (source, destination) = (RowFields.Source(alert), RowFields.Destination(alert));
        var flows = alert.Row.Origin.Flows?.Flows ?? [];
        if (source is null && destination is null && flows.Count == 0)
            return;
        json.WriteStartArray("evidences");
        json.WriteStartObject();
        WriteEndpoint(json, "src_endpoint", source, RowFields.SourcePort(alert));
        WriteEndpoint(json, "dst_endpoint", destination, RowFields.DestinationPort(alert));
        if (flows.Count > 0)
            Object(json, "connection_info", () =>
            {
                json.WriteString("uid", flows[0].Uid);
                json.WriteString("community_uid", flows[0].CommunityId);
                json.WriteNumber("protocol_num", flows[0].Protocol);
                json.WriteNumber("direction_id", 0);
            });
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteEndpoint(Utf8JsonWriter json, string name, string? address, long? port)
    {
        if (address is null)
            return;
        Object(json, name, () =>
        {
            json.WriteString(System.Net.IPAddress.TryParse(address, out _) ? "ip" : "hostname", address);
            if (port is { } number)
                json.WriteNumber("port", number);
        });
    }

    private static void WriteObservables(Utf8JsonWriter json, AlertRisk risk)
    {
        if (risk.Objects.IsEmpty && risk.Threats.IsEmpty)
            return;
        json.WriteStartArray("observables");
        foreach (var (field, value) in risk.Objects.Select(one => (one.Field, one.Value)).Concat(risk.Threats.Select(one => (one.Field, one.Value))))
        {
            json.WriteStartObject();
            json.WriteString("name", $"unmapped.row.{field}");
            json.WriteString("value", value);
            // 2 IP Address, 99 Other.
            json.WriteNumber("type_id", System.Net.IPAddress.TryParse(value, out _) ? 2 : 99);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
