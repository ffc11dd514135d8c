using System.Buffers.Binary;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>
/// Google's QUIC up to version 43: public flags, a connection id, the version (draft-tsvwg-quic-protocol-02 section 6.1). Once it is agreed on, the
/// version is left out; then the handshake's messages tell.
/// </summary>
internal static class GoogleQuic
{
    private const int HelloWithin = 64;

    /// <summary>Judges a datagram whose first bit is not set.</summary>
    public static Claim Judge(ReadOnlySpan<byte> bytes, int wireLength)
    {
        var flags = bytes[0];
        if ((flags & 0xC8) != 0x08 || bytes.Length < 14 || wireLength < 20)
            return Claim.No;
        var head = bytes[9..Math.Min(bytes.Length, HelloWithin)];
        if ((flags & 0x01) == 0)
            return IsMessage(head, "REJ\0"u8) || IsMessage(head, "SHLO"u8) ? Claim.Yes(48, Role.Server, "Google QUIC handshake") : Claim.No;
        if (!QuicVersions.IsGoogle(BinaryPrimitives.ReadUInt32BigEndian(head)))
            return Claim.No;
        return IsMessage(head, "CHLO"u8) ? Claim.Yes(72, Role.Client, "Google QUIC client hello") : Claim.Yes(34, Role.Client, "Google QUIC public header");
    }

    /// <summary>A tag, then how many there are inside, and two bytes of zero.</summary>
    private static bool IsMessage(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tag)
    {
        var at = head.IndexOf(tag);
        return at >= 0 && head.Length >= at + 8 && head[at + 4] is > 0 and < 64 && head[at + 5] == 0 && head[at + 6] == 0 && head[at + 7] == 0;
    }
}
