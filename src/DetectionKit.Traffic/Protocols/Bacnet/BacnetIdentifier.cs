using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Bacnet;

/// <summary>
/// BACnet/IP (ASHRAE 135, annex J for the BVLL, section 6 for the NPDU): type, function, a length that is the datagram's, and network version 1.
/// </summary>
internal sealed class BacnetIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "bacnet";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0x81), ByteSet.Range(0, 12))];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 6 || (bytes[2] << 8 | bytes[3]) != said.WireLength)
            return Claim.No;
        var network = bytes[1] switch { 4 => 10, 9 or 10 or 11 => 4, _ => 0 };
        if (network == 0)
            return Claim.Yes(28, Role.Peer, "BVLL function");
        // Bits 4 and 6 of the network control byte are reserved.
        if (bytes.Length < network + 2 || bytes[network] != 1 || (bytes[network + 1] & 0x50) != 0)
            return Claim.No;
        return Claim.Yes(40, Role.Peer, "BVLL and NPDU");
    }
}
