using System.Buffers.Binary;
using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Segments;

/// <summary>Makes further TCP segments out of one.</summary>
internal static class SegmentWriter
{
    private const byte Fin = 1, Syn = 2, Push = 8;

    /// <summary>Whether the segment has payload and sets up nothing.</summary>
    public static bool HasData(byte[] frame, in PacketLayout layout) =>
        layout.Protocol == PacketLayout.Tcp && layout.Size > 0 && (frame[layout.Transport + 13] & Syn) == 0;

    /// <summary>The segment's sequence number.</summary>
    public static uint Sequence(byte[] frame, in PacketLayout layout) => BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(layout.Transport + 4));

    /// <summary>A part of the segment; only the last part ends the stream.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="from">Where in the payload the part begins.</param>
    /// <param name="count">How many bytes it has.</param>
    public static byte[] Part(byte[] frame, in PacketLayout layout, int from, int count)
    {
        var part = With(frame, layout, frame.AsSpan(layout.Payload + from, count), unchecked(Sequence(frame, layout) + (uint)from));
        if (from + count < layout.Size)
            part[layout.Transport + 13] &= unchecked((byte)~(Fin | Push));
        return part;
    }

    /// <summary>The segment with other payload and another sequence number.</summary>
    public static byte[] With(byte[] frame, in PacketLayout layout, ReadOnlySpan<byte> payload, uint sequence)
    {
        byte[] bytes = [.. frame.AsSpan(0, layout.Payload), .. payload];
        IpHeader.Fit(bytes.AsSpan(layout.Ip));
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(layout.Transport + 4), sequence);
        return bytes;
    }

    /// <summary>As much as a payload, but other bytes: what somebody says who does not speak the protocol.</summary>
    public static byte[] Garbage(byte[] frame, in PacketLayout layout)
    {
        var bytes = new byte[layout.Size];
        new Random(unchecked((int)Sequence(frame, layout))).NextBytes(bytes);
        return bytes;
    }

    /// <summary>The segment's garbage twin, which ends nothing.</summary>
    public static byte[] Twin(byte[] frame, in PacketLayout layout, uint sequence)
    {
        var twin = With(frame, layout, Garbage(frame, layout), sequence);
        twin[layout.Transport + 13] &= unchecked((byte)~Fin);
        return twin;
    }
}
