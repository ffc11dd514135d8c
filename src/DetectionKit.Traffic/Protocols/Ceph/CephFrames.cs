using System.Buffers.Binary;
using System.Numerics;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Ceph;

/// <summary>
/// Ceph's messages where the banners were not captured: in the second version of the messenger each frame begins with a preamble under a checksum ("msgr2 protocol",
/// "Frame format"), in the first one each message with a header under one (<c>ceph_msg_header</c>), perhaps behind acknowledgements and keep-alives.
/// </summary>
internal static class CephFrames
{
    private const int PreambleLength = 32, MostSegments = 4, LargestTag = 28;
    private const int HeaderLength = 53, MostBefore = 4;
    private const byte Message = 7, Acknowledgement = 8, KeepAlive = 14, KeptAlive = 15;

    /// <summary>Judges what one side has said.</summary>
    public static Claim Judge(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] is > 0 and <= LargestTag && bytes.Length > 1 && bytes[1] is > 0 and <= MostSegments)
        {
            if (bytes.Length >= PreambleLength && IsUnder(bytes[..(PreambleLength - 4)], bytes[(PreambleLength - 4)..]))
                return Claim.Yes(56, Role.Peer, "frame under a checksum");
            if (bytes.Length < PreambleLength && !said.Complete)
                return Claim.More;
        }

        for (var before = 0; before < MostBefore && bytes.Length > 9 && bytes[0] is Acknowledgement or KeepAlive or KeptAlive; before++)
            bytes = bytes[9..];
        if (bytes.IsEmpty || bytes[0] is not (Message or Acknowledgement or KeepAlive or KeptAlive))
            return Claim.No;
        if (bytes.Length < 1 + HeaderLength)
            return said.TooShort;
        return bytes[0] == Message && IsUnder(bytes.Slice(1, HeaderLength - 4), bytes[(HeaderLength - 3)..]) ? Claim.Yes(56, Role.Peer, "message under a checksum") : Claim.No;
    }

    /// <summary>CRC-32C from zero on, without the usual complements; all zeros are under any.</summary>
    private static bool IsUnder(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> checksum)
    {
        var crc = 0u;
        foreach (var b in bytes)
            crc = BitOperations.Crc32C(crc, b);
        return crc != 0 && crc == BinaryPrimitives.ReadUInt32LittleEndian(checksum);
    }
}
