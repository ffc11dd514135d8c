using System.Buffers.Binary;
using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Fragments;

/// <summary>Cuts IP packets into fragments (RFC 791 section 3.2, RFC 8200 section 4.5).</summary>
internal static class FragmentWriter
{
    private const byte FragmentHeader = 44;

    /// <summary>The fragments of a packet in order, each in its frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="size">How many bytes a fragment carries: a multiple of eight.</param>
    /// <param name="id">The datagram's identifier.</param>
    public static IEnumerable<byte[]> Cut(byte[] frame, PacketLayout layout, int size, uint id)
    {
        for (var at = layout.Transport; at < layout.End; at += size)
        {
            var end = Math.Min(layout.End, at + size);
            var data = frame.AsSpan(at, end - at);
            var place = (ushort)(at - layout.Transport);
            yield return frame[layout.Ip] >> 4 == 4
                ? Version4(frame.AsSpan(0, layout.Transport), layout.Ip, data, place, end < layout.End, id)
                : Version6(frame.AsSpan(0, layout.Transport), layout.Ip, data, place, end < layout.End, id);
        }
    }

    private static byte[] Version4(ReadOnlySpan<byte> headers, int ip, ReadOnlySpan<byte> data, ushort place, bool more, uint id)
    {
        byte[] bytes = [.. headers, .. data];
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(ip + 4), (ushort)id);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(ip + 6), (ushort)((place / 8) | (more ? 0x2000 : 0)));
        IpHeader.Fit(bytes.AsSpan(ip));
        return bytes;
    }

    private static byte[] Version6(ReadOnlySpan<byte> headers, int ip, ReadOnlySpan<byte> data, ushort place, bool more, uint id)
    {
        var extension = new byte[8];
        extension[0] = headers[ip + 6];
        BinaryPrimitives.WriteUInt16BigEndian(extension.AsSpan(2), (ushort)(place | (more ? 1 : 0)));
        BinaryPrimitives.WriteUInt32BigEndian(extension.AsSpan(4), id);
        byte[] bytes = [.. headers, .. extension, .. data];
        bytes[ip + 6] = FragmentHeader;
        IpHeader.Fit(bytes.AsSpan(ip));
        return bytes;
    }
}
