using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Pptp;

/// <summary>
/// PPTP's control connection (RFC 2637 section 2): length, type, and the magic cookie 0x1A2B3C4D.
/// </summary>
internal sealed class PptpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "pptp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0), ByteSet.Any, ByteSet.Of(0), ByteSet.Of(1, 2))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var length = reader.U16();
        reader.U16();
        var cookie = reader.U32();
        var type = reader.U16();
        var reserved = reader.U16();
        if (reader.Short)
            return said.TooShort;
        if (length is < 12 or > 256 || cookie != 0x1A2B3C4D || type is 0 or > 15 || reserved != 0)
            return Claim.No;
        return Claim.Yes(64, type is 1 or 7 or 9 ? Role.Client : type is 2 or 8 ? Role.Server : Role.Peer, "control message");
    }
}
