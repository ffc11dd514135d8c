using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Lisp;

/// <summary>
/// LISP's control messages (RFC 9301 section 5; RFC 6830 section 6.1): map request, reply, register, notify, and those encapsulated in an IP packet;
/// what tunnels carry, see <see cref="LispData"/>.
/// </summary>
internal sealed class LispIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "lisp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Where(b => b >> 4 is 1 or 2 or 3 or 4 or 5 or 8 or 12))];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [new(ByteSet.Of(0), ByteSet.Range(16, 24))] : Prefixes;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (said.Carrier == Carrier.Tcp)
            return Reliable(said);
        if (LispData.Judge(bytes, said.WireLength) is { Kind: ClaimKind.Yes } data)
            return data;
        return (bytes[0] >> 4) switch
        {
            1 => Request(bytes),
            2 => Reply(bytes),
            3 or 4 or 5 => Register(bytes),
            8 => Encapsulated(bytes),
            _ => Claim.No,
        };
    }

    /// <summary>The reliable transport (draft-kouvelas-lisp-map-server-reliable-transport section 5): type, length, id, and a mark at each message's end.</summary>
    private static Claim Reliable(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        reader.Skip(2);
        var length = reader.U16();
        if (reader.Short)
            return said.TooShort;
        if (length is < 12 or > 8192)
            return Claim.No;
        if (said.Bytes.Length < length)
            return said.TooShort;
        return said.Bytes[(length - 4)..length].SequenceEqual(EndMark) ? Claim.Yes(52, Role.Peer, "message with end mark") : Claim.No;
    }

    private static ReadOnlySpan<byte> EndMark => [0x9F, 0xAC, 0xAD, 0xE9];

    private static Claim Request(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.Skip(2);
        var resolvers = (reader.U8() & 0x1F) + 1;
        var records = reader.U8();
        reader.Skip(8);
        if (records is 0 or > 16 || !Address(ref reader))
            return Claim.No;
        for (var i = 0; i < resolvers; i++)
        {
            if (!Address(ref reader))
                return Claim.No;
        }

        reader.U8();
        var mask = reader.U8();
        return mask <= 128 && Address(ref reader) ? Claim.Yes(20 + (13 * resolvers), Role.Client, "map request") : Claim.No;
    }

    private static Claim Reply(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.Skip(3);
        var records = reader.U8();
        reader.Skip(8);
        return bytes.Length > 3 && (bytes[0] & 1) == 0 && bytes[1] == 0 && bytes[2] == 0 && records is > 0 and < 17 && Record(ref reader)
            ? Claim.Yes(46, Role.Server, "map reply")
            : Claim.No;
    }

    private static Claim Register(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.Skip(3);
        var records = reader.U8();
        reader.Skip(8);
        var key = reader.U16();
        var size = reader.U16();
        reader.Skip(size);
        if (reader.Short || bytes[1] != 0 || bytes[2] > 0x1F || records is 0 or > 64 || !((key & 0xFF) is 1 && size == 20 || (key & 0xFF) is 2 or 3 && size == 32 || key == 0 && size == 0))
            return Claim.No;
        return Record(ref reader) ? Claim.Yes(56, bytes[0] >> 4 == 3 ? Role.Client : Role.Server, "map register") : Claim.No;
    }

    private static Claim Encapsulated(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 40 || bytes[1] != 0 || bytes[2] != 0 || bytes[3] != 0)
            return Claim.No;
        var inner = bytes[4..];
        var udp = inner[0] == 0x45 && inner[9] == 17 ? 20 : inner[0] >> 4 == 6 && inner[6] == 17 ? 40 : 0;
        if (udp == 0 || inner.Length < udp + 20)
            return Claim.No;
        var message = inner[(udp + 8)..];
        return Request(message).Kind == ClaimKind.Yes || Register(message).Kind == ClaimKind.Yes || Reply(message).Kind == ClaimKind.Yes
            ? Claim.Yes(64, Role.Client, "encapsulated control message")
            : Claim.No;
    }

    /// <summary>TTL, locator count, mask length, flags, version, and the endpoint's address.</summary>
    private static bool Record(ref ByteReader reader)
    {
        reader.Skip(4);
        var locators = reader.U8();
        var mask = reader.U8();
        var action = reader.U16();
        reader.Skip(2);
        if (reader.Short || locators > 32 || mask > 128 || (action & 0x0FFF) != 0 || !Address(ref reader))
            return false;
        for (var i = 0; i < locators; i++)
        {
            // Priorities and weights, then thirteen bits of zero, three flags, and where it is.
            reader.Skip(4);
            if ((reader.U16() & 0xFFF8) != 0 || !Address(ref reader))
                return false;
        }

        return true;
    }

    /// <summary>An address family and an address of its size: none, IPv4, IPv6, MAC, or LISP's canonical form (RFC 8060).</summary>
    private static bool Address(ref ByteReader reader)
    {
        var family = reader.U16();
        switch (family)
        {
            case 0 when !reader.Short:
                return true;
            case 1:
                reader.Skip(4);
                break;
            case 2:
                reader.Skip(16);
                break;
            case 6:
            case 16389:
                reader.Skip(6);
                break;
            case 16387:
                reader.Skip(4);
                reader.Skip(reader.U16());
                break;
            default:
                return false;
        }

        return !reader.Short;
    }
}
