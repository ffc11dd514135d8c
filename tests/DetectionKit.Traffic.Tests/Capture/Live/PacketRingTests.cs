using System.Diagnostics;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Capture.Live;
using DetectionKit.Traffic.Flows;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;

namespace DetectionKit.Traffic.Tests.Capture.Live;

/// <summary>Rings and senders on the two ends of a veth pair. They need root.</summary>
[NonParallelizable]
public sealed class PacketRingTests
{
    private const string Left = "dktest0";
    private const string Right = "dktest1";

    [OneTimeSetUp]
    public void MakePair()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Assert.Ignore("skipped: packet sockets need Linux and root");
        Ip("link", "del", Left);
        if (Ip("link", "add", Left, "type", "veth", "peer", "name", Right) != 0)
            Assert.Ignore("skipped: a pair of virtual interfaces cannot be made here");
        foreach (var name in new[] { Left, Right })
        {
            // No neighbour discovery: only what the tests send is on this wire.
            File.WriteAllText($"/proc/sys/net/ipv6/conf/{name}/disable_ipv6", "1");
            Ip("link", "set", name, "mtu", "9000", "up");
        }
    }

    [OneTimeTearDown]
    public void RemovePair() => Ip("link", "del", Left);

    [Test]
    public void What_is_sent_on_one_end_is_read_on_the_other_byte_for_byte()
    {
        using var ring = new PacketRing(Right, new RingOptions { RingBytes = 8 << 20 });
        var before = DateTime.UtcNow;
        Send(Frame(1, 100), Frame(2, 1400), Frame(3, 8000));
        var read = Read(ring, 3);
        Assert.That(read.Select(frame => frame.Data), Is.EqualTo(new[] { Frame(1, 100), Frame(2, 1400), Frame(3, 8000) }));
        Assert.That(read.Select(frame => DateTime.UnixEpoch.AddTicks(frame.Time / 100)), Is.All.InRange(before.AddSeconds(-1), DateTime.UtcNow.AddSeconds(1)));
        Assert.That(ring.LinkType, Is.EqualTo(LinkType.Ethernet));
        Assert.That(ring.Counts(), Is.EqualTo(new RingCounts(3, 0, 0)));
    }

    [Test]
    public void A_VLAN_tag_that_the_adapter_took_out_is_put_back()
    {
        using var ring = new PacketRing(Right, new RingOptions { RingBytes = 8 << 20 });
        var tagged = PacketBuilder.Ethernet(PacketBuilder.Vlan(0x2123, Frame(1, 100)[14..]), 0x8100);
        Send(tagged, Frame(2, 60));
        Assert.That(Read(ring, 2).Select(frame => frame.Data), Is.EqualTo(new[] { tagged, Frame(2, 60) }));
    }

    [Test]
    public void A_snap_length_cuts_and_the_length_on_the_wire_is_kept()
    {
        using var ring = new PacketRing(Right, new RingOptions { RingBytes = 8 << 20, SnapLength = 64 });
        Send(Frame(1, 1000));
        var (data, _, wire) = Read(ring, 1).Single();
        Assert.That((data.Length, wire), Is.EqualTo((64, Frame(1, 1000).Length)));
    }

    [Test]
    public void Many_packets_pass_through_a_small_ring_as_long_as_it_is_read()
    {
        using var ring = new PacketRing(Right, new RingOptions { RingBytes = 4 << 20, BlockBytes = 1 << 18 });
        var frames = Enumerable.Range(0, 200).Select(i => Frame(i, 500)).ToArray();
        for (var round = 0; round < 30; round++)
        {
            Send(frames);
            Assert.That(Read(ring, frames.Length).Select(frame => frame.Data), Is.EqualTo(frames));
        }
    }

    [Test]
    public void Rings_of_one_group_share_flows_so_that_both_directions_meet_in_one()
    {
        using var one = new PacketRing(Right, new RingOptions { RingBytes = 4 << 20, FanoutGroup = 777 });
        using var two = new PacketRing(Right, new RingOptions { RingBytes = 4 << 20, FanoutGroup = 777 });
        Send([.. Enumerable.Range(0, 64).SelectMany(i => new[] { Udp($"10.0.0.{i}", 1000, "10.1.0.1", 53), Udp("10.1.0.1", 53, $"10.0.0.{i}", 1000) })]);
        var (first, second) = (Flows(one), Flows(two));
        Assert.That(first.Values.Concat(second.Values), Is.All.EqualTo(2));
        Assert.That(first, Has.Count.InRange(1, 63), "both have a share");
        Assert.That(first.Count + second.Count, Is.EqualTo(64));
    }

    [Test]
    public void Rings_of_one_group_share_pairs_of_hosts_so_that_an_announced_connection_lies_with_the_one_that_announced_it([Values("10.0.0.{0}", "2001:db8::{0}")] string client)
    {
        var server = string.Format(System.Globalization.CultureInfo.InvariantCulture, client, 250);
        using var one = new PacketRing(Right, new RingOptions { RingBytes = 4 << 20, FanoutGroup = 778 });
        using var two = new PacketRing(Right, new RingOptions { RingBytes = 4 << 20, FanoutGroup = 778 });
        Send([.. Enumerable.Range(10, 64).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, client, i)).SelectMany(host => new[] { Udp(host, 1000, server, 21), Udp(server, 20, host, 2000), Udp(host, 3000, server, 4000) })]);
        var (first, second) = (Flows(one), Flows(two));
        Assert.That(first.Values.Concat(second.Values), Is.All.EqualTo(3));
        Assert.That(first, Has.Count.InRange(8, 56), "both have a share");
        Assert.That(first.Count + second.Count, Is.EqualTo(64));
    }

    [Test]
    public void A_unicast_reply_is_known_by_a_query_to_the_group_that_another_ring_has([Values("10.0.0.{0}", "2001:db8::{0}")] string host)
    {
        var (asker, group) = (string.Format(System.Globalization.CultureInfo.InvariantCulture, host, 99), host[0] == '1' ? "224.0.0.251" : "ff02::fb");
        byte[] question = [1, (byte)'a', 5, .. "local"u8, 0, 0, 1, 0, 1];
        byte[] query = [0x12, 0x34, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, .. question];
        byte[] reply = [0x12, 0x34, 0x84, 0, 0, 1, 0, 1, 0, 0, 0, 0, .. question, 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 10, 0, 4, 10, 0, 0, 1];
        using var one = new PacketRing(Right, new RingOptions { RingBytes = 4 << 20, FanoutGroup = 779 });
        using var two = new PacketRing(Right, new RingOptions { RingBytes = 4 << 20, FanoutGroup = 779 });
        Send([Udp(asker, 40000, group, 5353, query), .. Enumerable.Range(10, 32).Select(i => Udp(string.Format(System.Globalization.CultureInfo.InvariantCulture, host, i), 5353, asker, 40000, reply))]);
        Assert.That(Apps(one).Concat(Apps(two)).ToList(), Has.Count.EqualTo(33).And.All.EqualTo("mdns"));
    }

    [Test]
    public void Packets_of_the_loopback_are_read_once()
    {
        using var ring = new PacketRing("lo", new RingOptions { RingBytes = 4 << 20 });
        using var client = new System.Net.Sockets.UdpClient();
        var payload = Guid.NewGuid().ToByteArray();
        client.Send(payload, "127.0.0.1", 9);
        Assert.That(Read(ring, int.MaxValue).Count(frame => frame.Data.AsSpan().IndexOf(payload) == 42), Is.EqualTo(1));
    }

    [Test]
    public void The_engine_takes_a_ring_as_it_takes_single_packets()
    {
        using var ring = new PacketRing(Right, new RingOptions { RingBytes = 8 << 20 });
        Send([.. Enumerable.Range(0, 300).Select(i => Frame(i % 7, 100 + i))]);
        var engine = new TrafficEngine("test");
        var end = DateTime.UtcNow.AddSeconds(10);
        while (engine.Counters.Packets < 300 && DateTime.UtcNow < end)
        {
            if (ring.Wait(100))
                engine.Take(ring);
        }

        engine.Finish();
        Assert.That((engine.Counters.Packets, engine.Counters.Flows), Is.EqualTo((300, 7)));
    }

    [Test]
    public void An_interface_that_is_not_there_is_said() =>
        Assert.That(() => new PacketRing("nowhere0", new RingOptions()).Dispose(), Throws.TypeOf<LiveCaptureException>().With.Message.EqualTo("there is no interface nowhere0"));

    [Test]
    public void A_frame_that_is_larger_than_the_interface_takes_is_refused_and_the_others_go()
    {
        using var ring = new PacketRing(Right, new RingOptions { RingBytes = 8 << 20 });
        using var sender = new PacketSender(Left);
        foreach (var frame in new[] { Frame(1, 100), Frame(2, 20_000), Frame(3, 100) })
            sender.Add(frame);
        sender.Flush();
        Assert.That((sender.Sent, sender.Refused, sender.Refusal), Is.EqualTo((2, 1, "Message too long")));
        Assert.That(Read(ring, 2).Select(frame => frame.Data), Is.EqualTo(new[] { Frame(1, 100), Frame(3, 100) }));
    }

    private static void Send(params byte[][] frames)
    {
        using var sender = new PacketSender(Left);
        foreach (var frame in frames)
            sender.Add(frame);
        sender.Flush();
        Assert.That(sender.Sent, Is.EqualTo(frames.Length));
    }

    private static List<(byte[] Data, long Time, int Wire)> Read(PacketRing ring, int count)
    {
        var read = new List<(byte[], long, int)>();
        var end = DateTime.UtcNow.AddSeconds(10);
        while (read.Count < count && DateTime.UtcNow < end)
        {
            if (!ring.Wait(500))
                break;
            var packet = default(CapturedPacket);
            while (ring.Read(ref packet))
                read.Add((packet.Data.ToArray(), packet.Time, packet.WireLength));
        }

        return read;
    }

    private static Dictionary<string, int> Flows(PacketRing ring)
    {
        var flows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (data, _, _) in Read(ring, int.MaxValue))
        {
            var packet = default(Packet);
            FrameDecoder.Decode(data, LinkType.Ethernet, ref packet);
            var key = $"{Math.Min(packet.SourceLow, packet.DestinationLow)}";
            flows[key] = flows.GetValueOrDefault(key) + 1;
        }

        return flows;
    }

    private static byte[] Frame(int flow, int length) => PacketBuilder.Ethernet(PacketBuilder.Ip("10.0.0.1", "10.0.0.2", 17, PacketBuilder.Udp(5000 + flow, 6000, new byte[length])));

    private static List<string?> Apps(PacketRing ring)
    {
        var apps = new AppsOfFlows();
        var engine = new TrafficEngine("test", null, apps);
        while (ring.Wait(500))
            engine.Take(ring);
        engine.Finish();
        return apps.All;
    }

    private static byte[] Udp(string source, int sourcePort, string destination, int destinationPort, byte[]? payload = null) =>
        PacketBuilder.Ethernet(PacketBuilder.Ip(source, destination, 17, PacketBuilder.Udp(sourcePort, destinationPort, payload ?? [1, 2, 3])), (ushort)(source.Contains(':', StringComparison.Ordinal) ? 0x86DD : 0x0800));

    private static int Ip(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ip", arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    private sealed class AppsOfFlows : IFlowSink
    {
        public List<string?> All { get; } = [];

        public void OnFlow(in FlowView flow) => All.Add(flow.App);
    }
}
