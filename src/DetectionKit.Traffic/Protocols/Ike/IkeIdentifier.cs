using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
namespace DetectionKit.Traffic.Protocols.Ike;

/// <summary>IKE, versions 1 and 2 (RFC 2408 section 3.1, RFC 7296 section 3.1), also behind the marker of NAT traversal (RFC 3948) and over TCP (RFC 8229).</summary>
internal sealed class IkeIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "ike";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Any];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [Prefix.Text("IKETCP")] : Prefixes;

    private const int HeaderLength = 28;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var left = said.WireLength;
        if (said.Carrier == Carrier.Tcp)
        {
            var stream = "IKETCP"u8;
            if (bytes.Length < stream.Length + 6 + HeaderLength)
                return stream.StartsWith(bytes[..Math.Min(bytes.Length, stream.Length)]) ? said.TooShort : Claim.No;
            return bytes.StartsWith(stream) ? Claim.Yes(64, Role.Client, "TCP encapsulation") : Claim.No;
        }

        if (bytes.Length >= 4 + HeaderLength && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0)
        {
            bytes = bytes[4..];
            left -= 4;
        }

        return bytes.Length < HeaderLength ? Claim.No : Header(bytes, left);
    }

    private static Claim Header(ReadOnlySpan<byte> bytes, int left)
    {
        var reader = new ByteReader(bytes);
        var initiator = reader.U64();
        var responder = reader.U64();
        byte next = reader.U8(), version = reader.U8(), exchange = reader.U8(), flags = reader.U8();
        var id = reader.U32();
        var length = reader.U32();
        if (initiator == 0 || length != left || length <= HeaderLength)
            return Claim.No;
        if (version >> 4 == 1 ? next > 20 && next < 128 || exchange is not (0 or 1 or 2 or 3 or 4 or 5 or 6 or 32 or 33) || flags > 7 : version >> 4 == 2
            ? (next is not 0 and (< 33 or > 54)) || exchange is < 34 or > 44 || (flags & 0xC7) != 0
            : true)
            return Claim.No;
        if ((version & 15) > 1)
            return Claim.No;
        var role = version >> 4 == 2 ? (flags & 0x20) != 0 ? Role.Server : Role.Client : responder == 0 ? Role.Client : Role.Peer;
        return Claim.Yes(52 + (responder == 0 && id == 0 ? 20 : 0), role, version >> 4 == 1 ? "version 1 header" : "version 2 header");
    }
}
