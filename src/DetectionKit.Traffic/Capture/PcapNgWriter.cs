using System.Buffers.Binary;

namespace DetectionKit.Traffic.Capture;

/// <summary>Writes a capture as pcapng (draft-ietf-opsawg-pcapng): one section, one interface, times in nanoseconds.</summary>
public sealed class PcapNgWriter
{
    private readonly Stream _output;

    /// <summary>Begins a capture.</summary>
    /// <param name="output">Takes it; not disposed of.</param>
    /// <param name="linkType">What its packets begin with.</param>
    public PcapNgWriter(Stream output, LinkType linkType)
    {
        ArgumentNullException.ThrowIfNull(output);
        _output = output;
        Span<byte> section = stackalloc byte[28];
        U32(section, 0x0A0D0D0A);
        U32(section[4..], 28);
        U32(section[8..], 0x1A2B3C4D);
        BinaryPrimitives.WriteUInt16LittleEndian(section[12..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(section[14..], 0);
        BinaryPrimitives.WriteInt64LittleEndian(section[16..], -1);
        U32(section[24..], 28);
        output.Write(section);

        // An interface with if_tsresol 9, and the end of options.
        Span<byte> description = stackalloc byte[32];
        description.Clear();
        U32(description, 1);
        U32(description[4..], 32);
        BinaryPrimitives.WriteUInt16LittleEndian(description[8..], (ushort)linkType);
        BinaryPrimitives.WriteUInt16LittleEndian(description[16..], 9);
        BinaryPrimitives.WriteUInt16LittleEndian(description[18..], 1);
        description[20] = 9;
        U32(description[28..], 32);
        output.Write(description);
    }

    /// <summary>Writes a packet. Its link type must be the capture's.</summary>
    /// <param name="packet">The packet.</param>
    public void Write(in CapturedPacket packet)
    {
        var padding = (4 - (packet.Data.Length & 3)) & 3;
        var length = (uint)(32 + packet.Data.Length + padding);
        Span<byte> header = stackalloc byte[28];
        U32(header, 6);
        U32(header[4..], length);
        U32(header[8..], 0);
        U32(header[12..], (uint)((ulong)packet.Time >> 32));
        U32(header[16..], (uint)((ulong)packet.Time & uint.MaxValue));
        U32(header[20..], (uint)packet.Data.Length);
        U32(header[24..], (uint)packet.WireLength);
        _output.Write(header);
        _output.Write(packet.Data);
        Span<byte> end = stackalloc byte[8];
        end.Clear();
        U32(end[padding..], length);
        _output.Write(end[..(padding + 4)]);
    }

    private static void U32(Span<byte> at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(at, value);
}
