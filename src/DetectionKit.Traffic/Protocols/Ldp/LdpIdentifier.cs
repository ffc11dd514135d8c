using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ldp;

/// <summary>
/// Label Distribution Protocol (RFC 5036 sections 3.1 and 3.5): version, PDU length, identifier, and a message of a known type.
/// </summary>
internal sealed class LdpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "ldp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0, 1)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U16();
        var length = reader.U16();
        reader.Skip(6);
        var type = reader.U16() & 0x7FFF;
        var size = reader.U16();
        if (reader.Short)
            return said.TooShort;
        var known = type is 0x0001 or 0x0100 or (>= 0x0200 and <= 0x0202) or 0x0300 or 0x0301 or (>= 0x0400 and <= 0x0405) or (>= 0x0700 and <= 0x0703);
        if (version != 1 || !known || size < 4 || size + 10 > length || (said.Carrier == Carrier.Udp && length != said.WireLength - 4))
            return Claim.No;
        return Claim.Yes(said.Carrier == Carrier.Udp ? 56 : 48, Role.Peer, "PDU and message");
    }
}
