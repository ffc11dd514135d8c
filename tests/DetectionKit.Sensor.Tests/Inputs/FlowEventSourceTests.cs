using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Live;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Sensor.Inputs;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Sensor.Tests.Inputs;

/// <summary>From packets to rows: when rules are fed by a connection that lasts.</summary>
public sealed class FlowEventSourceTests
{
    private const double Request = 1_700_000_020;

    [Test]
    public void The_row_of_an_identity_rule_is_given_within_two_seconds_of_the_verdict()
    {
        var rows = Run(new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [new("dest_port", "port"), new("app", "app")], FeedPoint.Identified));
        Assert.That(rows.Select(row => row.Row.State), Is.EqualTo([LiveRowState.Open, LiveRowState.Final]));
        Assert.That(rows[0].At - Request, Is.InRange(0, 2.1));
        Assert.That(rows.Select(row => row.Row.Result.Row["app"].ToText()), Is.All.EqualTo("http"));
        Assert.That(rows.Select(row => row.Row.Result.AlertId).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(1));
        Assert.That(rows[0].Row.Result.Row.Origin.Flows!.Flows[0].Uid, Is.EqualTo(rows[1].Row.Result.Row.Origin.Flows!.Flows[0].Uid));
    }

    [Test]
    public void The_row_of_a_rule_of_totals_waits_for_a_report()
    {
        var rows = Run(new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [new("dest_port", "port"), new("bytes", "bytes")], FeedPoint.FlowEnd));
        Assert.That(rows.Select(row => row.Row.State), Is.EqualTo([LiveRowState.Open, LiveRowState.Final]));
        Assert.That(rows[0].At, Is.InRange(1_700_000_060, 1_700_000_063));
    }

    [Test]
    public void Connections_on_two_rings_are_told_beside_each_other()
    {
        var source = new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [new("dest_port", "port")], FeedPoint.Identified);
        var count = new AggregateSpec(["port"], [new("count", null, "count", null)], null, null);
        var rows = Run(source, rings: 2, count, new WhereSpec((row, _) => row["count"].TryGetNumber(out var number) && number >= 2));
        Assert.That(rows.Select(row => row.Row.State), Is.EqualTo([LiveRowState.Open, LiveRowState.Final]));
        Assert.That(rows[0].At - Request, Is.InRange(0, 2.1));
        Assert.That(rows[1].Row.Result.Row["count"].ToText(), Is.EqualTo("2"));
    }

    private static List<(double At, LiveRow Row)> Run(SourceSpec source, int rings = 1, params StageSpec[] stages)
    {
        var rows = new Rows();
        var run = new LiveRun(TimeSpan.Zero, rows);
        run.Load(new([new Detector(source, [.. stages])], LookupStore.Empty, ImmutableDictionary<string, string>.Empty));
        var engines = Enumerable.Range(0, rings).Select(_ => new TrafficEngine("wire", TrafficOptions.Default with { ActiveTimeout = 60 }, new FlowEventSource(run.OpenInput()))).ToList();
        foreach (var (time, frame) in Connection().Concat(Enumerable.Range(0, 400).Select(i => (1_700_000_000 + (i / 4.0), Segment(2, 1, 0x10, "x")))).OrderBy(packet => packet.Item1))
        {
            rows.Now = time;
            for (var ring = 0; ring < rings; ring++)
            {
                // Every ring has a connection of its own: the hosts of 10.0.RING.
                frame[28] = frame[32] = (byte)ring;
                engines[ring].Take(new CapturedPacket { Data = frame, Time = Timestamp.FromSeconds(time).Nanoseconds, WireLength = frame.Length, LinkType = LinkType.Ethernet });
            }

            run.Advance(Timestamp.FromSeconds(time));
        }

        engines.ForEach(engine => engine.Finish());
        run.Close();
        return rows.All;
    }

    private static IEnumerable<(double Time, byte[] Frame)> Connection()
    {
        yield return (1_700_000_000.1, Segment(9, 1, 0x02, ""));
        yield return (1_700_000_000.2, Segment(1, 9, 0x12, ""));
        yield return (1_700_000_000.3, Segment(9, 1, 0x10, ""));
        yield return (Request, Segment(9, 1, 0x18, "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n"));
    }

    // From one host to the other; host 1 is the server, on port 8088. What host 2 sends moves the clock.
    private static byte[] Segment(byte from, byte to, byte flags, string text)
    {
        byte[] frame =
        [
            2, 0, 0, 0, 0, to, 2, 0, 0, 0, 0, from, 8, 0,
            0x45, 0, 0, 0, 0, 0, 0, 0, 64, 6, 0, 0, 10, 0, 0, from, 10, 0, 0, to,
            0, 0, 0, 0, 0, 0, 0, (byte)(flags == 0x02 ? 1 : 2), 0, 0, 0, 0, 0x50, flags, 0xFF, 0xFF, 0, 0, 0, 0,
            .. Encoding.ASCII.GetBytes(text),
        ];
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(16), (ushort)(frame.Length - 14));
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(34), (ushort)(from == 1 ? 8088 : 50000));
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(36), (ushort)(from == 1 ? 50000 : 8088));
        return frame;
    }

    private sealed class Detector(SourceSpec source, ImmutableArray<StageSpec> stages) : IDetector<NetworkTraffic>
    {
        public DetectorInfo Info { get; } = new("A detection", "00000000-0000-4000-8000-000000000001", 1, "TTP", []);

        public SourceSpec Source => source;

        public ImmutableArray<StageSpec> Stages => stages;

        public bool Match(in NetworkTraffic e) => e.App is "http";
    }

    private sealed class Rows : ILiveSink
    {
        public double Now { get; set; }

        public List<(double At, LiveRow Row)> All { get; } = [];

        public void OnRow(LiveRow row) => All.Add((Now, row));

        public void OnNotice(RunNotice notice) => Assert.Fail(notice.Message);
    }
}
