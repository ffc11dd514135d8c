using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
namespace DetectionKit.Traffic.Protocols.Stun;

/// <summary>STUN and TURN (RFC 8489 section 5, RFC 8656), and STUN before the magic cookie (RFC 3489 section 11).</summary>
internal sealed class StunIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "stun";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
    [
        new(ByteSet.Range(0, 0x3F), ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Of(0x21), ByteSet.Of(0x12), ByteSet.Of(0xA4), ByteSet.Of(0x42)),
        // Without that cookie: the types of RFC 3489 and of MS-TURN.
        new(ByteSet.Of(0, 1), ByteSet.Range(1, 6).Or(ByteSet.Range(0x11, 0x16))),
        new(ByteSet.Of(0xFF), ByteSet.Of(0x10)),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [Stream, FramedStream] : Prefixes;

    private static Prefix Stream { get; } =
        new(ByteSet.Range(0, 0x3F), ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Of(0x21), ByteSet.Of(0x12), ByteSet.Of(0xA4), ByteSet.Of(0x42));

    private static Prefix FramedStream { get; } =
        new(ByteSet.Any, ByteSet.Any, ByteSet.Range(0, 0x3F), ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Of(0x21), ByteSet.Of(0x12));

    private const int HeaderLength = 20;
    private const uint MagicCookie = 0x2112A442;

    /// <summary>Microsoft's TURN has a cookie of its own, as the first attribute ([MS-TURN] section 2.2.2.1); what it carries is not padded.</summary>
    private static ReadOnlySpan<byte> MicrosoftCookie => [0, 0x0F, 0, 4, 0x72, 0xC6, 0x4B, 0xC6];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < HeaderLength)
            return said.Carrier == Carrier.Udp || bytes[0] > 0x3F ? Claim.No : said.TooShort;
        if (bytes[0] == 0xFF && said.Carrier == Carrier.Udp)
            return Multiplexed(bytes, said.WireLength);
        int type = BinaryPrimitives.ReadUInt16BigEndian(bytes), length = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        if (type > 0x3FFF)
            return Claim.No;

        // The class stands in two bits apart: request 00, indication 01, success 10, error 11.
        var role = (type & 0x100) != 0 ? Role.Server : Role.Client;
        if (BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]) == MagicCookie)
            return Claim.Yes(said.Carrier == Carrier.Tcp || length + HeaderLength == said.WireLength ? 60 : 40, role, "magic cookie");
        if (said.Carrier == Carrier.Tcp && Framed(bytes) is { Kind: ClaimKind.Yes } framed)
            return framed;
        if (said.Carrier == Carrier.Udp && length + HeaderLength == said.WireLength && type is 3 or 0x103 or 0x113 or 4 or 0x115 or 6 or 0x106 or 0x116 && bytes[HeaderLength..].StartsWith(MicrosoftCookie))
            return Claim.Yes(70, type == 0x115 ? Role.Server : role, "magic cookie of MS-TURN");
        if (said.Carrier == Carrier.Tcp || length % 4 != 0 || length + HeaderLength != said.WireLength || type is not (1 or 2 or 3 or 0x101 or 0x102 or 0x103 or 0x111 or 0x112 or 0x113))
            return Claim.No;
        // The transaction's number is random: hardly a byte of it is zero.
        if (bytes.Slice(4, 16).Count((byte)0) > 4)
            return Claim.No;
        if ((type & 0xF) == 3)
            return Claim.No;
        var attributes = Attributes(bytes[HeaderLength..]);
        return attributes < 0 ? Claim.No : Claim.Yes(26 + Math.Min(attributes * 12, 36), role, "message without cookie");
    }

    /// <summary>As Microsoft's relays wrap it: FF10, a length, eight bytes, and a message that ends where the datagram does.</summary>
    private static Claim Multiplexed(ReadOnlySpan<byte> bytes, int wireLength)
    {
        const int wrapped = 12;
        if (bytes.Length < wrapped + HeaderLength || BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]) + 4 != wireLength)
            return Claim.No;
        var message = bytes[wrapped..];
        return BinaryPrimitives.ReadUInt32BigEndian(message[4..]) == MagicCookie && BinaryPrimitives.ReadUInt16BigEndian(message[2..]) + HeaderLength + wrapped == wireLength
            ? Claim.Yes(72, (message[0] & 1) != 0 ? Role.Server : Role.Client, "magic cookie in a relay's wrapping")
            : Claim.No;
    }

    /// <summary>Between peers over TCP each message has its length before it (RFC 6544 section 3, RFC 4571 section 2).</summary>
    private static Claim Framed(ReadOnlySpan<byte> bytes)
    {
        int frame = BinaryPrimitives.ReadUInt16BigEndian(bytes), type = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]), length = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        return type <= 0x3FFF && frame == length + HeaderLength && BinaryPrimitives.ReadUInt32BigEndian(bytes[6..]) == MagicCookie
            ? Claim.Yes(60, (type & 0x100) != 0 ? Role.Server : Role.Client, "magic cookie behind a length")
            : Claim.No;
    }

    /// <summary>How many attributes there are whose lengths fit; negative where they do not.</summary>
    private static int Attributes(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var count = 0;
        for (; reader.Left > 0 && count < 16; count++)
        {
            reader.Skip(2);
            reader.Skip((reader.U16() + 3) & ~3);
            if (reader.Short)
                return -1;
        }

        return count;
    }
}
