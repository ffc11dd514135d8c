using System.Buffers;
using System.Text;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Bundles;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Running;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Alerts.Formats;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Tests;

/// <summary>Alerts to test with.</summary>
internal static class Some
{
    public static SensorLog Silence { get; } = new(TextWriter.Null, journal: false);

    public static Alert Alert(string id = "0123456789abcdef0123456789abcdef", double time = 1_700_000_000.25, int revision = 1, LiveRowState state = LiveRowState.Open, string source = "10.0.0.5", BundleThrottling? throttling = null)
    {
        var row = new Row();
        row["src_ip"] = Value.Of(source);
        row["dest_ip"] = Value.Of("203.0.113.7");
        row["dest_port"] = Value.Of(8088);
        row["transport"] = Value.Of("tcp");
        row["app"] = Value.Of("http");
        row["user"] = Value.OfMany([Value.Of("ann"), Value.Of("bob \"b\"")]);
        var from = IpAddress.TryParse(source, out var address) ? address : default;
        var to = IpAddress.FromV4(0xCB007107);
        row.Origin = new(Timestamp.FromSeconds(time), 0, 0, "key", FlowTrail.Of(new FlowReference("CAbcdefghijklmnopq", from, 50000, to, 8088, 6, "1:abc=", Timestamp.FromSeconds(time), Timestamp.FromSeconds(time + 1), "474554")));
        var info = new DetectorInfo("HTTP on an Odd Port", "11111111-2222-4333-8444-555555555555", 3, "TTP", ["T1571"]);
        return new Alert
        {
            Live = new(new ResultRow(info, id, Timestamp.FromSeconds(time), row), Timestamp.FromSeconds(1_699_999_200), revision, state),
            Detection = new()
            {
                Id = info.Id,
                Name = info.Name,
                Version = info.Version,
                SourceHash = "",
                Risk = new()
                {
                    Message = "$src_ip$ speaks $app$ as $user$ for $5 on $nothing$",
                    Objects = [new("src_ip", "system", 60), new("user", "user", 20)],
                    Threats = [new("dest_ip", "ip_address")],
                },
                Throttling = throttling,
            },
            Bundle = "Example.Detections 1.2.3",
            Sensor = "core-1",
            Made = Timestamp.FromSeconds(1_700_000_002),
        };
    }

    public static string Text(string format, Alert alert)
    {
        var output = new ArrayBufferWriter<byte>();
        AlertFormats.All[format].Write(output, alert);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
