using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Delivery;
using DetectionKit.Sensor.Delivery.Sinks;
using DetectionKit.Sensor.Delivery.Spooling;

namespace DetectionKit.Sensor.Tests.Delivery;

/// <summary>Receivers that let connections in and then do nothing: they hold up neither other sinks nor the sensor's end.</summary>
public sealed class HangingSinkTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("dk-hang-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Many_sinks_that_hang_take_the_time_of_one_while_another_delivers()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        // Small, so that the window closes.
        listener.Server.ReceiveBufferSize = 4096;
        listener.Start(100);
        var address = listener.LocalEndpoint.ToString()!;
        var held = new List<Socket>();
        var accepting = new Thread(() => Hold(listener, held)) { IsBackground = true };
        accepting.Start();
        var good = Path.Combine(_folder, "alerts.jsonl");
        SinkConfiguration[] sinks =
        [
            .. Enumerable.Range(0, 4).Select(i => Sink($"syslog{i}", "syslog") with { Address = address }),
            .. Enumerable.Range(0, 16).Select(i => Sink($"tls{i}", "syslog") with { Address = address, Tls = true }),
            .. Enumerable.Range(0, 4).Select(i => Sink($"hook{i}", "webhook") with { Url = $"http://{address}/" }),
            .. Enumerable.Range(0, 4).Select(i => Sink($"secure{i}", "webhook") with { Url = $"https://{address}/" }),
            Sink("file", "file") with { Path = good },
        ];
        ImmutableArray<SinkLane> lanes = [.. sinks.Select(sink => new SinkLane(sink, SinkFactory.Make(sink, SinkFactory.Settling), new Spool(Path.Combine(_folder, sink.Name), new SpoolOptions(64 << 20, 1 << 20, SpoolSync.Never)), Some.Silence))];
        foreach (var lane in lanes)
        {
            lane.Start();
            lane.Accept([.. Enumerable.Range(0, 200).Select(i => Some.Alert(i.ToString("x32", CultureInfo.InvariantCulture), source: $"2001:db8::{i:x}"))]);
        }

        Assert.That(() => lanes[^1].Delivered, Is.EqualTo(200).After(20_000, 20));
        var clock = Stopwatch.StartNew();
        SinkLane.Drain(lanes, TimeSpan.FromSeconds(1));
        foreach (var lane in lanes)
            lane.Dispose();
        // One second that they had, and a moment: two for each that hangs would come to half a minute and more.
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)));
        Assert.That(lanes[..^1].Select(lane => lane.Spool.Depth), Is.All.EqualTo(200));
        Assert.That(File.ReadLines(good, Encoding.UTF8).Count(), Is.EqualTo(200));
        listener.Stop();
        accepting.Join();
        held.ForEach(socket => socket.Dispose());
    }

    private static SinkConfiguration Sink(string name, string type) => new() { Name = name, Type = type, Format = "native", Revisions = "all", TimeoutSeconds = 600, Batch = 200 };

    private static void Hold(TcpListener listener, List<Socket> held)
    {
        try
        {
            while (true)
                held.Add(listener.AcceptSocket());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
