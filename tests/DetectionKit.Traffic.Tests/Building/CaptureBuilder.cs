using System.Buffers.Binary;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Traffic.Tests.Building;

/// <summary>Collects frames and writes them as a capture.</summary>
internal sealed class CaptureBuilder
{
    private readonly List<(long Time, byte[] Frame)> _frames = [];

    /// <summary>The next frame's time: nanoseconds since the epoch. Each frame moves it on by a millisecond.</summary>
    public long Time { get; set; } = 1_700_000_000_000_000_000;

    /// <summary>The frames.</summary>
    public byte[][] Frames => [.. _frames.Select(frame => frame.Frame)];

    /// <summary>Adds an Ethernet frame.</summary>
    public CaptureBuilder Add(byte[] frame)
    {
        _frames.Add((Time, frame));
        Time += 1_000_000;
        return this;
    }

    /// <summary>Adds an IP packet in an Ethernet frame.</summary>
    public CaptureBuilder AddIp(byte[] ip) => Add(PacketBuilder.Ethernet(ip, ip[0] >> 4 == 4 ? (ushort)0x0800 : (ushort)0x86DD));

    /// <summary>The frames as pcap.</summary>
    public byte[] Pcap(bool bigEndian = false, bool nanoseconds = false, LinkType link = LinkType.Ethernet)
    {
        var file = new List<byte>();
        U32(nanoseconds ? 0xA1B23C4D : 0xA1B2C3D4);
        U16(2);
        U16(4);
        U32(0);
        U32(0);
        U32(262144);
        U32((uint)link);
        foreach (var (time, frame) in _frames)
        {
            U32((uint)(time / 1_000_000_000));
            U32((uint)(time % 1_000_000_000 / (nanoseconds ? 1 : 1000)));
            U32((uint)frame.Length);
            U32((uint)frame.Length);
            file.AddRange(frame);
        }

        return [.. file];

        void U32(uint value) => file.AddRange(Bytes(value, bigEndian));

        void U16(ushort value) => file.AddRange(bigEndian ? [(byte)(value >> 8), (byte)value] : new[] { (byte)value, (byte)(value >> 8) });
    }

    /// <summary>The frames as pcapng, each in an enhanced packet block, with an unknown block and a name block among them.</summary>
    public byte[] PcapNg(bool bigEndian = false, byte? resolution = null)
    {
        var file = new List<byte>();
        Block(0x0A0D0D0A, [.. Bytes(0x1A2B3C4D, bigEndian), .. Half(1), .. Half(0), .. Enumerable.Repeat((byte)0xFF, 8)]);
        Block(1, [.. Half(1), .. Half(0), .. Bytes(0, bigEndian), .. resolution is { } r ? [.. Half(9), .. Half(1), r, 0, 0, 0, 0, 0, 0, 0] : Array.Empty<byte>()]);
        Block(0x0BAD, [1, 2, 3, 4]);
        Block(4, [0, 0, 0, 0]);
        foreach (var (time, frame) in _frames)
        {
            var units = (ulong)time / (resolution == 9 ? 1UL : 1000UL);
            byte[] padding = new byte[-frame.Length & 3];
            Block(6, [
                .. Bytes(0, bigEndian), .. Bytes((uint)(units >> 32), bigEndian), .. Bytes((uint)units, bigEndian),
                .. Bytes((uint)frame.Length, bigEndian), .. Bytes((uint)frame.Length, bigEndian), .. frame, .. padding]);
        }

        return [.. file];

        byte[] Half(ushort value) => bigEndian ? [(byte)(value >> 8), (byte)value] : [(byte)value, (byte)(value >> 8)];

        void Block(uint type, byte[] body)
        {
            var length = Bytes((uint)body.Length + 12, bigEndian);
            file.AddRange([.. Bytes(type, bigEndian), .. length, .. body, .. length]);
        }
    }

    /// <summary>Runs the frames through an engine.</summary>
    public List<FlowRow> Flows(TrafficOptions? options = null) => FlowRow.Run(Pcap(nanoseconds: true), options);

    private static byte[] Bytes(uint value, bool bigEndian)
    {
        var bytes = new byte[4];
        if (bigEndian)
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
