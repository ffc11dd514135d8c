using System.Buffers.Binary;
using System.Text.Json;

namespace DetectionKit.Cli.Tests;

/// <summary>How captures are read: <c>--overlap</c> and <c>--checksums</c>, with every verb that reads captures.</summary>
internal sealed class PacketOptionsTests
{
    private const string Query = "0001010000010000000000000161076578616D706C650000010001";
    private readonly Sandbox _sandbox = new();

    [OneTimeTearDown]
    public void Remove() => _sandbox.Dispose();

    [TestCase("first", true)]
    [TestCase("last", false)]
    public void Whose_bytes_win_is_as_told(string policy, bool first)
    {
        var datagram = Datagram();
        var other = datagram.ToArray();
        other.AsSpan(16, 16).Fill(0xEE);
        Write("overlap.pcap", Packet(datagram[..32], 0x2000), Packet(other[16..], 2));
        Assert.That(Flows("flows", "--format", "none", "--overlap", policy, "overlap.pcap").Apps.ContainsKey("dns"), Is.EqualTo(first));
    }

    [Test]
    public void A_wrong_checksum_counts_only_where_that_is_asked_for()
    {
        Write("damaged.pcap", Packet(Datagram(checksum: 0x1234), 0));
        Assert.That(Flows("flows", "--format", "none", "damaged.pcap").Count, Is.EqualTo(1));
        Assert.That(Flows("flows", "--format", "none", "--checksums", "damaged.pcap").Count, Is.Zero);
    }

    [Test]
    public void Events_and_rules_read_captures_so_too()
    {
        Write("damaged.pcap", Packet(Datagram(checksum: 0x1234), 0));
        Assert.That(_sandbox.Dk("events", "--format", "json", "damaged.pcap").Lines, Has.Some.Contains("Network_Resolution"));
        Assert.That(_sandbox.Dk("events", "--format", "json", "--checksums", "damaged.pcap").Lines.Single(), Does.Contain("bad_checksum"));
        var run = _sandbox.Dk("run", "--detections", "detections", "--format", "json", "--checksums", "--overlap", "windows", "--input", "damaged.pcap");
        Assert.That(run.Code, Is.Zero, run.Error);
    }

    [Test]
    public void A_policy_that_there_is_not_is_named()
    {
        var result = _sandbox.Dk("flows", "--overlap", "netware", Sandbox.Capture(Sandbox.Attack));
        Assert.That((result.Code, result.Error.Contains("netware", StringComparison.Ordinal)), Is.EqualTo((2, true)), result.Error);
    }

    private (long Count, Dictionary<string, long> Apps) Flows(params string[] arguments)
    {
        using var line = JsonDocument.Parse(_sandbox.Dk(arguments).Lines.Single());
        return (line.RootElement.GetProperty("flows").GetInt64(), line.RootElement.GetProperty("apps").EnumerateObject().ToDictionary(app => app.Name, app => app.Value.GetInt64(), StringComparer.Ordinal));
    }

    private static byte[] Datagram(ushort checksum = 0)
    {
        var message = Convert.FromHexString(Query);
        return [0x13, 0x88, 0x14, 0xB5, 0, (byte)(8 + message.Length), (byte)(checksum >> 8), (byte)checksum, .. message];
    }

    /// <summary>An IPv4 packet of UDP with a sound header.</summary>
    private static byte[] Packet(byte[] payload, ushort fragment)
    {
        byte[] header = [0x45, 0, 0, (byte)(20 + payload.Length), 0, 7, (byte)(fragment >> 8), (byte)fragment, 64, 17, 0, 0, 10, 0, 0, 1, 192, 0, 2, 1];
        var sum = 0;
        for (var at = 0; at < header.Length; at += 2)
            sum += BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(at));
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(10), (ushort)~((sum & 0xFFFF) + (sum >> 16)));
        return [.. header, .. payload];
    }

    /// <summary>pcap of raw IP.</summary>
    private void Write(string name, params byte[][] packets)
    {
        var bytes = new List<byte>(Convert.FromHexString("D4C3B2A1020004000000000000000000FFFF000065000000"));
        foreach (var packet in packets)
            bytes.AddRange([0, 0, 0, 0x65, 0, 0, 0, 0, (byte)packet.Length, 0, 0, 0, (byte)packet.Length, 0, 0, 0, .. packet]);
        File.WriteAllBytes(_sandbox.PathOf(name), [.. bytes]);
    }
}
