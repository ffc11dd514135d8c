using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Delivery;
using DetectionKit.Sensor.Delivery.Spooling;

namespace DetectionKit.Sensor.Tests.Delivery;

public sealed class SinkLaneTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("dk-lane-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_sink_that_fails_gets_every_alert_in_order_once_it_works()
    {
        var sink = new MoodySink { FailuresLeft = 2 };
        using (var lane = Lane(sink))
        {
            lane.Start();
            lane.Accept([.. Enumerable.Range(0, 50).Select(i => Some.Alert($"{i}"))]);
            SinkLane.Drain([lane], TimeSpan.FromSeconds(30));
            Assert.That(lane.Failures, Is.EqualTo(2));
            Assert.That(lane.Delivered, Is.EqualTo(50));
        }

        Assert.That(sink.Ids, Is.EqualTo(Enumerable.Range(0, 50).Select(i => $"{i}")));
    }

    [Test]
    public void What_a_dead_sink_did_not_take_is_delivered_by_the_next_process()
    {
        using (var lane = Lane(new MoodySink { FailuresLeft = int.MaxValue }))
        {
            lane.Start();
            lane.Accept([Some.Alert("a"), Some.Alert("b")]);
            SinkLane.Drain([lane], TimeSpan.FromMilliseconds(50));
            Assert.That(lane.Spool.Depth, Is.EqualTo(2));
        }

        var sink = new MoodySink();
        using (var again = Lane(sink))
        {
            again.Start();
            again.Accept([Some.Alert("c")]);
            SinkLane.Drain([again], TimeSpan.FromSeconds(30));
        }

        Assert.That(sink.Ids, Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [TestCase("first", "1")]
    [TestCase("final", "2")]
    [TestCase("all", "1 2")]
    public void A_sink_gets_the_revisions_that_it_wants(string revisions, string expected)
    {
        var sink = new MoodySink();
        using (var lane = Lane(sink, revisions))
        {
            lane.Start();
            lane.Accept([Some.Alert(revision: 1), Some.Alert(revision: 2, state: Engine.Live.LiveRowState.Final)]);
            SinkLane.Drain([lane], TimeSpan.FromSeconds(30));
        }

        Assert.That(string.Join(' ', sink.Records.Select(record => JsonDocument.Parse(record).RootElement.GetProperty("revision").GetInt32())), Is.EqualTo(expected));
    }

    private SinkLane Lane(ISink sink, string revisions = "all") => new(
        new SinkConfiguration { Name = "s", Type = "stdout", Format = "native", Revisions = revisions },
        sink,
        new Spool(_folder, new SpoolOptions(1 << 20, 1 << 16, SpoolSync.Never)),
        Some.Silence);

    private sealed class MoodySink : ISink
    {
        public int FailuresLeft { get; set; }

        public ConcurrentQueue<string> Records { get; } = new();

        public IEnumerable<string> Ids => Records.Select(record => JsonDocument.Parse(record).RootElement.GetProperty("alert_id").GetString()!);

        public int Batch => 7;

        public SendResult Send(IReadOnlyList<byte[]> records, CancellationToken ending)
        {
            if (FailuresLeft-- > 0)
                throw new IOException("not now");
            foreach (var record in records)
                Records.Enqueue(Encoding.UTF8.GetString(record));
            return new(records.Count);
        }

        public void Dispose()
        {
        }
    }
}
