using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Ntp;

/// <summary>NTP versions 1 to 4 (RFC 5905 section 7.3), its control messages (RFC 9327) and ntpd's private mode 7.</summary>
internal sealed class NtpIdentifier : Identifier
{
    private const int HeaderLength = 48;

    /// <inheritdoc/>
    public override string App => "ntp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Where(b => (b & 7) != 0 && (b >> 3 & 7) is >= 1 and <= 4))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if ((bytes[0] >> 3 & 7) is < 1 or > 4)
            return Claim.No;
        return (bytes[0] & 7) switch
        {
            0 => Claim.No,
            6 => Control(bytes, said.WireLength),
            7 => Private(bytes, said.WireLength),
            _ => Time(bytes, said.WireLength),
        };
    }

    private static Claim Time(ReadOnlySpan<byte> bytes, int wireLength)
    {
        // The header, then extensions of whole words, then perhaps an authenticator.
        if (bytes.Length < HeaderLength || wireLength % 4 != 0 || wireLength > 1468 || bytes[1] > 16 || !Extensions(bytes, wireLength))
            return Claim.No;
        var mode = bytes[0] & 7;
        var poll = unchecked((sbyte)bytes[2]);
        var precision = unchecked((sbyte)bytes[3]);
        // 32: a client that keeps its clock to itself, as chrony does.
        if (poll is < -10 or > 17 || (precision is < -40 or > 7 && (precision != 32 || mode != 3)))
            return Claim.No;
        var bits = (wireLength == HeaderLength ? 9 : 2) + 4 + 3 + 2 + Short(bytes[4..]) + Short(bytes[8..]);
        ulong reference = Stamp(bytes[16..]), origin = Stamp(bytes[24..]), receive = Stamp(bytes[32..]), transmit = Stamp(bytes[40..]);
        // Only a client leaves out its own time; a clock that was never set is near the epoch, not before its first second.
        if (transmit == 0 ? mode is 2 or 4 or 5 : transmit >> 32 == 0)
            return Claim.No;
        // Whoever tells the time tells one since 1970, or has a clock that nobody set.
        if (mode != 3 && transmit != 0 && transmit >> 32 < 0x83AA7E80)
        {
            if (reference != 0 || origin != 0 || receive != 0)
                return Claim.No;
            bits -= 6;
        }

        bits += (reference == 0 ? 8 : 0) + (origin == 0 ? 8 : 0) + Near(receive, transmit) + Near(origin, receive) + Near(reference, receive);
        if (mode is 3 && (bytes[1] == 0 || receive == 0))
            bits += receive == 0 ? 6 : 0;
        // Nobody asks for the time and warns of a leap second.
        if (transmit == 0 && bytes[0] >> 6 is 1 or 2)
            bits -= 24;
        return bits < 12 ? Claim.No : Claim.Yes(bits, mode switch { 3 => Role.Client, 4 or 5 => Role.Server, _ => Role.Peer }, "time");
    }

    /// <summary>Extension fields (RFC 7822) with their lengths, then nothing, a crypto-NAK or a digest with its key's number.</summary>
    private static bool Extensions(ReadOnlySpan<byte> bytes, int wireLength)
    {
        var at = HeaderLength;
        while (wireLength - at is not (0 or 4 or 20 or 24 or 36 or 52 or 68))
        {
            if (at + 4 > bytes.Length)
                return bytes.Length < wireLength;
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 16 || length % 4 != 0 || length > wireLength - at)
                return false;
            at += length;
        }

        return true;
    }

    /// <summary>Root delay and dispersion: seconds in 16.16, and few of them.</summary>
    private static int Short(ReadOnlySpan<byte> bytes)
    {
        var seconds = BinaryPrimitives.ReadInt16BigEndian(bytes);
        return seconds is 0 or 1 or -1 ? 11 : seconds is >= -16 and <= 16 ? 6 : -12;
    }

    private static ulong Stamp(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt64BigEndian(bytes);

    /// <summary>Bits for two stamps that lie close together.</summary>
    private static int Near(ulong a, ulong b)
    {
        if (a == 0 || b == 0)
            return a == b ? 10 : 0;
        long x = (uint)(a >> 32), y = (uint)(b >> 32);
        var apart = Math.Abs(x - y);
        return apart <= 2 ? 20 : apart <= 1 << 12 ? 14 : apart <= 1 << 18 ? 8 : -8;
    }

    private static Claim Control(ReadOnlySpan<byte> bytes, int wireLength)
    {
        if (bytes.Length < 12 || bytes[0] >> 6 != 0)
            return Claim.No;
        var opcode = bytes[1] & 0x1F;
        int offset = BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]), count = BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]);
        if (opcode is 0 or (> 12 and not 31) || count > 468 || offset > 1 << 14 || ((bytes[1] & 0x80) == 0 && (bytes[1] & 0x40) != 0))
            return Claim.No;
        var end = 12 + ((count + 3) & ~3);
        var fits = wireLength == end || wireLength == 12 + count || wireLength == end + 20 || wireLength == end + 24;
        var response = (bytes[1] & 0x80) != 0;
        return fits ? Claim.Yes(22 + (offset == 0 ? 4 : 0) + (!response && count == 0 ? 4 : 0), response ? Role.Server : Role.Client, "control message") : Claim.No;
    }

    private static Claim Private(ReadOnlySpan<byte> bytes, int wireLength)
    {
        if (bytes.Length < 8 || bytes[2] is not (0 or 2 or 3) || bytes[3] > 48 || bytes[6] >> 4 != 0)
            return Claim.No;
        var items = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) & 0xFFF;
        var size = BinaryPrimitives.ReadUInt16BigEndian(bytes[6..]) & 0xFFF;
        if ((bytes[0] & 0x80) != 0)
            return 8 + (items * size) == wireLength && items > 0 && size > 0 ? Claim.Yes(30, Role.Server, "private answer") : Claim.No;

        // A request: a header, and data or zeros up to one of the sizes that ntpdc sends.
        if (wireLength is not (8 or 40 or 48 or 184 or 192 or 208 or 216) && 8 + (items * size) != wireLength)
            return Claim.No;
        var rest = bytes[8..];
        if (items == 0 ? rest.ContainsAnyExcept((byte)0) : size == 0)
            return Claim.No;
        return Claim.Yes(18 + (items == 0 ? 6 : 0) + (size == 0 ? 6 : 0) + (rest.Length >= 8 && !rest.ContainsAnyExcept((byte)0) ? 20 : 0), Role.Client, "private request");
    }
}
