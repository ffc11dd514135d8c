using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Coap;

/// <summary>
/// CoAP (RFC 7252 sections 3 and 5.10): version 1, a code, a token, options with known numbers in ascending order, and a payload behind 0xFF. Over TCP
/// see <see cref="CoapStream"/>.
/// </summary>
internal sealed class CoapIdentifier : Identifier
{
    private const int Acknowledgement = 2, Reset = 3;

    /// <inheritdoc/>
    public override string App => "coap";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(0x40, 0x78), ByteSet.Where(b => b <= 7 || b >> 5 is 2 or 4 or 5))];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? CoapStream.Prefixes : Prefixes;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Carrier == Carrier.Tcp)
            return CoapStream.Judge(said);
        var bytes = said.Bytes;
        if (bytes.Length < 4 || (bytes[0] & 0x0F) > 8)
            return Claim.No;
        var code = bytes[1];
        var token = bytes[0] & 0x0F;
        var answers = said.Peer.Length >= 4 + token && said.Peer.Slice(2, 2).SequenceEqual(bytes.Slice(2, 2)) && said.Peer[0] >> 6 == 1;
        if (code == 0)
            return said.WireLength == 4 && token == 0 ? Claim.Yes(answers ? 40 : 14, Role.Peer, "empty message") : Claim.No;
        var kind = bytes[0] >> 4 & 3;
        // A reset is empty; a request is confirmable or not, and no acknowledgement.
        if (kind == Reset || (code <= 7 && kind >= Acknowledgement) || (code > 7 && !IsResponse(code)) || 4 + token > bytes.Length)
            return Claim.No;
        var options = CoapOptions.Weigh(bytes[(4 + token)..], code is not (1 or 4));
        if (options < 0)
            return Claim.No;
        // An answer repeats the request's token.
        if (code > 7)
            answers = answers && said.Peer[1] is >= 1 and <= 7 && (said.Peer[0] & 0x0F) == token && said.Peer.Slice(4, token).SequenceEqual(bytes.Slice(4, token));
        if (code > 7)
            return Claim.Yes(8 + (answers ? options + 20 + (4 * token) : Math.Min(options, 12)), Role.Server, "response");
        return Claim.Yes(8 + options, Role.Client, "request");
    }

    /// <summary>The response codes that are registered (RFC 7252 section 12.1.2 and what came since).</summary>
    public static bool IsResponse(byte code) => (code >> 5, code & 0x1F) switch
    {
        (2, var detail) => detail is (>= 1 and <= 5) or 31,
        (4, var detail) => detail is <= 9 or 12 or 13 or 15 or 22 or 29,
        (5, var detail) => detail is <= 5 or 8,
        _ => false,
    };
}
