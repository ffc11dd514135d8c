using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Socks;

/// <summary>
/// SOCKS 5 (RFC 1928 sections 3 to 6) and SOCKS 4 and 4a (Lee, "SOCKS: A protocol for TCP proxy across firewalls"): what the client offers and asks, and
/// what the server answers.
/// </summary>
internal sealed class SocksIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "socks";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(5)), new(ByteSet.Of(4), ByteSet.Of(1, 2)), new(ByteSet.Of(0), ByteSet.Range(0x5A, 0x5D))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said) => said.Bytes[0] switch
    {
        5 when said.Peer.IsEmpty && AnswersAlone(said.Bytes) => Claim.Yes(44, Role.Server, "method and answer"),
        5 when !said.FromStart && Continues(said) is { Kind: ClaimKind.Yes } claim => claim,
        5 when said.SpokeFirst || said.Peer.IsEmpty => Offer(said),
        5 => Choice(said),
        4 => Request(said),
        _ => Answer(said),
    };

    /// <summary>A request or an answer of version 5 where the choice of a method was not seen: each with one address, and the one that is asked about first.</summary>
    private static Claim Continues(in Utterance said)
    {
        var bytes = said.Bytes;
        var peer = said.Peer;
        if (AddressEnd(bytes) is not (> 0 and var end))
            return Claim.No;
        if (said.SpokeFirst)
            return bytes[1] is > 0 and < 4 && bytes.Length == end ? Claim.Yes(26, Role.Client, "request of version 5") : Claim.No;
        return bytes[1] <= 8 && peer.Length > 3 && peer[0] == 5 && peer[1] is > 0 and < 4 && AddressEnd(peer) == peer.Length ? Claim.Yes(26, Role.Server, "answer of version 5") : Claim.No;
    }

    /// <summary>Where version, command or answer, a reserved zero, address and port end; 0: they do not stand there.</summary>
    private static int AddressEnd(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 10 || bytes[2] != 0)
            return 0;
        var end = bytes[3] switch { 1 => 10, 4 => 22, 3 => 7 + bytes[4], _ => 0 };
        return end > bytes.Length || (bytes[3] == 3 && (bytes[4] == 0 || !Ascii.IsAll(bytes.Slice(5, bytes[4]), Ascii.Token))) ? 0 : end;
    }

    /// <summary>The server's side alone: the method chosen (and that a password will do), then a reply with an address.</summary>
    private static bool AnswersAlone(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 12 || bytes[1] is not (0 or 2))
            return false;
        var reply = bytes[1] == 0 ? bytes[2..] : bytes[2] == 1 && bytes[3] == 0 ? bytes[4..] : default;
        return reply.Length >= 10 && reply[0] == 5 && reply[1] <= 8 && reply[2] == 0 && (reply[3] == 1 ? reply.Length == 10 || reply[1] == 0 : reply[3] == 4 && reply.Length >= 22);
    }

    /// <summary>Version, a count of methods, the methods; then a request.</summary>
    private static Claim Offer(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        reader.U8();
        var methods = reader.Take(reader.U8());
        if (reader.Short)
            return said.TooShort;
        if (methods.IsEmpty && said.Peer.IsEmpty && said.Bytes.Length < 12 && (said.Bytes.Length == 2 || said.Bytes[2] == 5))
            return said.TooShort;
        if (methods.Length is 0 or > 10 || methods.IndexOfAnyExceptInRange((byte)0, (byte)9) is var odd && odd >= 0 && methods[odd] < 0x80)
            return Claim.No;
        if (reader.Left == 0)
            return Claim.Yes(methods.Length == 1 ? 18 : 22, Role.Client, "methods");
        var version = reader.U8();
        var second = reader.U8();
        // User name and password (RFC 1929) may come before the request.
        if (version == 1)
        {
            if (!methods.Contains((byte)2))
                return Claim.No;
            reader.Skip(second);
            return reader.Short ? said.TooShort : Claim.Yes(28, Role.Client, "methods and password");
        }

        var reserved = reader.U8();
        var type = reader.U8();
        if (reader.Short)
            return said.TooShort;
        return version == 5 && second is > 0 and < 4 && reserved == 0 && type is 1 or 3 or 4 ? Claim.Yes(48, Role.Client, "methods and request") : Claim.No;
    }

    private static Claim Choice(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 2)
            return said.TooShort;
        var peer = said.Peer;
        // Behind the choice comes the answer to a request or to a password.
        if (bytes.Length > 2 && (bytes[1] == 2 ? bytes[2] != 1 : bytes[1] == 0 && (bytes[2] != 5 || (bytes.Length > 4 && (bytes[3] > 8 || bytes[4] != 0)))))
            return Claim.No;
        if (bytes[1] is > 9 and < 0x80 || (bytes.Length > 2 && bytes[1] is > 2 and < 0xFF))
            return Claim.No;
        var offered = peer[0] == 5 && peer.Length >= 2 && peer[1] <= 10 && peer.Length >= 2 + peer[1] && (bytes[1] == 0xFF || peer.Slice(2, peer[1]).Contains(bytes[1]));
        return offered ? Claim.Yes(26, Role.Server, "method chosen") : Claim.No;
    }

    private static Claim Request(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 9)
            return said.TooShort;
        var end = bytes[8..].IndexOf((byte)0);
        if (end < 0)
            return bytes.Length > 264 ? Claim.No : said.TooShort;
        if (!Ascii.IsVisible(bytes.Slice(8, end)) || bytes.Slice(2, 2).IndexOfAnyExcept((byte)0) < 0)
            return Claim.No;
        var named = bytes[4] == 0 && bytes[5] == 0 && bytes[6] == 0 && bytes[7] != 0;
        if (!named)
            return Claim.Yes(bytes.Length == 9 + end ? 26 : 8, Role.Client, "request of version 4");
        var host = bytes[(9 + end)..];
        var hostEnd = host.IndexOf((byte)0);
        if (hostEnd < 0)
            return host.Length > 256 ? Claim.No : said.TooShort;
        return hostEnd > 0 && Ascii.IsAll(host[..hostEnd], Ascii.Token) ? Claim.Yes(52, Role.Client, "request of version 4a") : Claim.No;
    }

    private static Claim Answer(in Utterance said)
    {
        if (said.Peer.Length < 9 || said.Peer[0] != 4 || said.Peer[1] is not (1 or 2))
            return Claim.No;
        return said.Bytes.Length < 8 ? said.TooShort : Claim.Yes(20, Role.Server, "answer of version 4");
    }
}
