using System.Buffers.Binary;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>Google's QUIC up to version 43: public flags, a connection id, the version (draft-tsvwg-quic-protocol-02 section 6.1).</summary>
internal static class GoogleQuic
{
    /// <summary>Judges a datagram whose first bit is not set.</summary>
    public static Claim Judge(ReadOnlySpan<byte> bytes, int wireLength)
    {
        var flags = bytes[0];
        if ((flags & 0x01) == 0 || (flags & 0xC0) != 0 || (flags & 0x08) == 0 || bytes.Length < 14 || wireLength < 20)
            return Claim.No;
        return QuicVersions.IsGoogle(BinaryPrimitives.ReadUInt32BigEndian(bytes[9..])) ? Claim.Yes(34, Role.Client, "Google QUIC public header") : Claim.No;
    }
}
