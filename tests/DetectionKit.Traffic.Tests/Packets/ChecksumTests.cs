using System.Net;
using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Packets;

internal sealed class ChecksumTests
{
    private static readonly TrafficOptions Verifying = new() { VerifyChecksums = true };

    private static IEnumerable<TestCaseData> Packets =>
    [
        new("TCP", (byte)6, 16, Tcp(1111, 2222, 1, 2, TcpFlags.Syn)),
        new("TCP, odd length", (byte)6, 16, Tcp(1111, 2222, 1, 2, TcpFlags.Ack, [1, 2, 3])),
        new("UDP", (byte)17, 6, Udp(1111, 2222, [1, 2, 3, 4, 5])),
    ];

    [TestCaseSource(nameof(Packets))]
    public void Sound_packets_are_taken_and_damaged_ones_dropped_and_counted(string what, byte protocol, int at, byte[] segment)
    {
        foreach (var (source, destination) in new[] { ("10.0.0.1", "192.0.2.1"), ("2001:db8::1", "2001:db8::2") })
        {
            var sound = Ip(source, destination, protocol, Signed(source, destination, protocol, at, segment));
            var damaged = sound.ToArray();
            damaged[^1] ^= 4;
            var flows = FlowRow.Run(new CaptureBuilder().AddIp(sound).AddIp(damaged).Pcap(), out var summary, Verifying);
            Assert.That((flows.Single().PacketsOut, summary.Counters.BadChecksums), Is.EqualTo((1L, 1L)), what);
            Assert.That(FlowRow.Run(new CaptureBuilder().AddIp(sound).AddIp(damaged).Pcap()).Single().PacketsOut, Is.EqualTo(2L), what);
        }
    }

    [TestCase(132, "0001000200000000 59C0E3CA 0A000004", TestName = "SCTP's CRC32c")]
    [TestCase(47, "800008000F530000 12345678", TestName = "GRE with a checksum")]
    public void Other_checksums_are_verified_too(byte protocol, string packet)
    {
        var sound = Convert.FromHexString(packet.Replace(" ", "", StringComparison.Ordinal));
        var damaged = sound.ToArray();
        damaged[^1] ^= 4;
        foreach (var (bytes, bad) in new[] { (sound, 0L), (damaged, 1L) })
        {
            FlowRow.Run(new CaptureBuilder().AddIp(Ip("10.0.0.1", "192.0.2.1", protocol, bytes)).Pcap(), out var summary, Verifying);
            Assert.That(summary.Counters.BadChecksums, Is.EqualTo(bad), Convert.ToHexString(bytes));
        }
    }

    [Test]
    public void A_damaged_IP_header_is_dropped_and_a_datagram_without_checksum_is_not()
    {
        var sound = Ip("10.0.0.1", "192.0.2.1", 17, Udp(1111, 2222, [1]));
        var damaged = sound.ToArray();
        damaged[8]++;
        var flows = FlowRow.Run(new CaptureBuilder().AddIp(sound).AddIp(damaged).Pcap(), out var summary, Verifying);
        Assert.That((flows.Single().PacketsOut, summary.Counters.BadChecksums), Is.EqualTo((1L, 1L)));
    }

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    public void A_datagram_in_fragments_is_verified_when_it_is_whole(byte damage, int expected)
    {
        var datagram = Signed("10.0.0.1", "192.0.2.1", 17, 6, Udp(1111, 2222, new byte[100]));
        datagram[^1] ^= damage;
        var capture = new CaptureBuilder()
            .AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, datagram[..64], 7, 0, more: true))
            .AddIp(Ip4("10.0.0.1", "192.0.2.1", 17, datagram[64..], 7, 64));
        Assert.That(capture.Flows(Verifying), Has.Count.EqualTo(expected));
    }

    /// <summary>The segment with its checksum: the sum word by word, as RFC 1071 describes it.</summary>
    private static byte[] Signed(string source, string destination, byte protocol, int at, byte[] segment)
    {
        segment = [.. segment];
        segment[at] = segment[at + 1] = 0;
        byte[] all = [.. IPAddress.Parse(source).GetAddressBytes(), .. IPAddress.Parse(destination).GetAddressBytes(), 0, protocol, (byte)(segment.Length >> 8), (byte)segment.Length, .. segment, .. new byte[segment.Length & 1]];
        var sum = 0;
        for (var i = 0; i < all.Length; i += 2)
        {
            sum += (all[i] << 8) | all[i + 1];
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        (segment[at], segment[at + 1]) = ((byte)(~sum >> 8), (byte)~sum);
        return segment;
    }

    [Test]
    public void A_wrong_checksum_on_a_flow_that_is_decided_drops_the_packet_too()
    {
        var query = Convert.FromHexString("4001010000010000000000000161076578616d706c650000010001");
        var sound = Ip("10.0.0.1", "192.0.2.1", 17, Signed("10.0.0.1", "192.0.2.1", 17, 6, Udp(1111, 53, query)));
        var damaged = sound.ToArray();
        damaged[^1] ^= 2;
        var capture = new CaptureBuilder();
        for (var packet = 0; packet < 10; packet++)
            capture.AddIp(sound);
        var flow = FlowRow.Run(capture.AddIp(damaged).Pcap(), out var summary, Verifying).Single();
        Assert.That((flow.App, flow.PacketsOut, summary.Counters.BadChecksums), Is.EqualTo(("dns", 10L, 1L)));
    }
}
