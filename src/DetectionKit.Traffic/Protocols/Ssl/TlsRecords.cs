using System.Buffers.Binary;
using System.Numerics;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>
/// Walks a chain of TLS records. Each header fixes its type, version and the upper bits of its length; a hello message inside fixes far more.
/// </summary>
internal static class TlsRecords
{
    private const int HeaderLength = 5;
    private const int MostRecords = 32;

    /// <summary>The most that a record holds, with what compression and encryption may add (RFC 5246 section 6.2.3).</summary>
    private const int LongestFragment = 16_384 + 2048;

    /// <summary>Judges what a side has said as a chain of records.</summary>
    public static Claim Judge(ReadOnlySpan<byte> bytes, bool complete)
    {
        var bits = 0;
        var role = Role.Peer;
        var rule = "records";
        var at = 0;
        for (var count = 0; count < MostRecords; count++)
        {
            var rest = bytes[at..];
            if (rest.Length < HeaderLength)
            {
                bits += rest.IsEmpty ? 16 : 0;
                break;
            }

            var version = BinaryPrimitives.ReadUInt16BigEndian(rest[1..]);
            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[3..]);
            if (rest[0] is < 20 or > 24 || !IsVersion(version) || length is 0 or > LongestFragment)
                return bits >= Evidence.Decisive && count >= 2 ? Claim.Yes(bits, role, rule) : Claim.No;
            var fragment = rest[HeaderLength..Math.Min(rest.Length, HeaderLength + length)];
            var worth = Fragment(rest[0], version, length, fragment, count == 0, ref role, ref rule);
            if (worth < 0)
                return Claim.No;
            bits += 20 + worth;
            at += HeaderLength + length;
            if (at > bytes.Length || bits >= 96)
                break;
        }

        // One header alone is little; with the whole of what was said in one record it is more.
        if (bits >= Evidence.Decisive || (complete && bits > 0))
            return Claim.Yes(bits, role, rule);
        return complete ? Claim.No : Claim.More;
    }

    /// <summary>SSL 3.0 to TLS 1.3, and China's TLCP (GB/T 38636).</summary>
    private static bool IsVersion(ushort version) => version is (>= 0x0300 and <= 0x0304) or 0x0101;

    /// <summary>Bits that a record's content adds; negative where it cannot be.</summary>
    private static int Fragment(byte type, ushort version, int length, ReadOnlySpan<byte> fragment, bool first, ref Role role, ref string rule)
    {
        switch (type)
        {
            case 20: // change cipher spec
                return length == 1 && (fragment.IsEmpty || fragment[0] == 1) ? 14 + (fragment.Length * 8) : -1;
            case 21: // alert: level and description, or encrypted
                if (length != 2)
                    return length is >= 16 and <= 256 ? 6 : -1;
                return fragment.Length < 2 ? 14 : fragment[0] is 1 or 2 && fragment[1] <= 121 ? 22 : first ? -1 : 0;
            case 22:
                return Handshake(version, length, fragment, first, ref role, ref rule);
            case 23:
                return 0;
            default: // heartbeat: request or response, payload length, padding
                return fragment.IsEmpty || fragment[0] is 1 or 2 || !first ? 0 : -1;
        }
    }

    private static int Handshake(ushort version, int length, ReadOnlySpan<byte> fragment, bool first, ref Role role, ref string rule)
    {
        if (fragment.IsEmpty || !first)
            return 0;
        var type = fragment[0];
        if (type is not (0 or 1 or 2 or 3 or 4 or 8 or 11 or 12 or 13 or 14 or 15 or 16 or 20 or 21 or 22 or 23))
            return length >= 32 ? 0 : -1; // encrypted, or none
        if (fragment.Length < 4)
            return length < 4 ? 0 : 3;
        var messageLength = fragment[1] << 16 | fragment[2] << 8 | fragment[3];
        var fitting = messageLength + 4 == length ? 22 : messageLength + 4 < length ? 8 : 4;
        if (type is 1 or 2)
        {
            var hello = TlsHello.Measure(type == 1, fragment[4..], messageLength, version);
            if (hello < 0)
                return length >= 32 && messageLength > 1 << 17 ? 0 : -1; // encrypted
            role = type == 1 ? Role.Client : Role.Server;
            rule = type == 1 ? "client hello" : "server hello";
            return hello + fitting;
        }

        if (messageLength > 1 << 17)
            return length >= 32 ? 0 : -1; // encrypted
        role = type is 11 or 12 or 13 or 14 or 22 or 4 or 0 or 3 ? Role.Server : type is 16 or 15 ? Role.Client : Role.Peer;
        rule = "handshake";
        return fitting - 4 + (BitOperations.LeadingZeroCount((uint)messageLength) - 15) / 4;
    }
}
