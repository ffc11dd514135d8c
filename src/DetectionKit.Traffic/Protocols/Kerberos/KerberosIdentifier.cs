using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
namespace DetectionKit.Traffic.Protocols.Kerberos;

/// <summary>Kerberos 5 (RFC 4120 section 5, over TCP with a length before each message, section 7.2.2), and its password service (RFC 3244).</summary>
internal sealed class KerberosIdentifier : Identifier
{
    private const int LongestPassword = 0x3FFF;

    /// <inheritdoc/>
    public override string App => "kerberos";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
    [
        new(ByteSet.Range(0x6A, 0x7E)),
        new(ByteSet.Range(0, LongestPassword >> 8), ByteSet.Any, ByteSet.Of(0, 0xFF), ByteSet.Of(1, 0x80)),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [new(ByteSet.Of(0))] : Prefixes;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var left = said.WireLength;
        if (said.Carrier == Carrier.Tcp)
        {
            if (bytes.Length < 5)
                return bytes[0] == 0 ? said.TooShort : Claim.No;
            left = (int)(BinaryPrimitives.ReadUInt32BigEndian(bytes) & int.MaxValue);
            if (left is < 10 or > 1 << 20)
                return Claim.No;
            bytes = bytes[4..];
        }

        return bytes[0] <= LongestPassword >> 8 ? Password(bytes, left, said) : Message(bytes, left, said);
    }

    private static Claim Message(ReadOnlySpan<byte> bytes, int left, in Utterance said)
    {
        var ber = new BerReader(bytes);
        var outer = ber.Enter(out var tag);
        if (ber.Short)
            return said.TooShort;
        var type = tag - 0x60;
        if (type is not (10 or 11 or 12 or 13 or 14 or 15 or 20 or 21 or 22 or 30) || outer < 0 || outer + ber.At > left)
            return Claim.No;
        var exact = outer + ber.At == left;
        var sequence = ber.Enter(0x30);
        if (type == 30 && sequence > 0 && ber.Peek != 0xA0)
            return Error(bytes, left, said);
        var first = ber.Enter(out var pvno);
        var version = ber.Integer(2);
        var second = ber.Enter(out var messageType);
        var number = ber.Integer(2);
        if (ber.Failed)
            return ber.Short ? said.TooShort : Claim.No;

        // Requests number their fields from 1, everything else from 0.
        var expected = type is 10 or 12 ? (byte)0xA1 : (byte)0xA0;
        if (sequence <= 0 || first != 3 || second < 3 || pvno != expected || messageType != expected + 1 || version != 5 || number != type)
            return Claim.No;
        return Claim.Yes(64 + (exact ? 16 : 0), type is 10 or 12 or 14 ? Role.Client : type is 11 or 13 or 15 or 30 ? Role.Server : Role.Peer, "message");
    }

    /// <summary>An error of which its sender left out fields that are not optional (section 5.9.1): fields in ascending order to the end, among them a code.</summary>
    private static Claim Error(ReadOnlySpan<byte> bytes, int left, in Utterance said)
    {
        const byte code = 0xA6;
        var ber = new BerReader(bytes);
        ber.Enter(0x7E);
        ber.Enter(0x30);
        var (before, coded) = (0, false);
        while (ber.Left > 0 && !ber.Failed)
        {
            var size = ber.Enter(out var tag);
            var value = ber.Take(Math.Max(0, size));
            if (tag <= before || tag is < 0xA0 or > 0xAC)
                return Claim.No;
            coded |= tag == code && value is [2, 1, <= 93];
            before = tag;
        }

        if (ber.Short || (ber.Left == 0 && ber.At < left))
            return said.TooShort;
        return coded && !ber.Failed && ber.At == left ? Claim.Yes(44, Role.Server, "error, fields left out") : Claim.No;
    }

    /// <summary>Length, version 1 or 0xFF80, length of the ticket's part, which is an AP message.</summary>
    private static Claim Password(ReadOnlySpan<byte> bytes, int left, in Utterance said)
    {
        if (bytes.Length < 8)
            return said.TooShort;
        int length = BinaryPrimitives.ReadUInt16BigEndian(bytes), version = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), ticket = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        if (length != left || version is not (1 or 0xFF80) || ticket + 6 > length)
            return Claim.No;
        return bytes[6] is 0x6E or 0x6F ? Claim.Yes(46, bytes[6] == 0x6E ? Role.Client : Role.Server, "password change") : Claim.No;
    }
}
