using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Bacnet;

/// <summary>
/// BACnet/IP (ASHRAE 135, annex J for the BVLL, annex U over IPv6, section 6 for the NPDU): type, function, a length that is the datagram's, and network version 1.
/// </summary>
internal sealed class BacnetIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "bacnet";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0x81, 0x82), ByteSet.Range(0, 12))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 4 || (bytes[2] << 8 | bytes[3]) != said.WireLength)
            return Claim.No;
        // Over IPv6 (annex U) virtual addresses of three bytes come first.
        var network = bytes[0] == 0x82
            ? bytes[1] switch { 1 => 10, 2 => 7, 8 => 25, _ => 0 }
            : bytes[1] switch { 4 => 10, 9 or 10 or 11 => 4, _ => 0 };
        if (network == 0)
            return FitsFunction(bytes[0], bytes[1], said.WireLength) ? Claim.Yes(34, Role.Peer, "BVLL function") : Claim.No;
        // Bits 4 and 6 of the network control byte are reserved.
        if (bytes.Length < network + 2 || bytes[network] != 1 || (bytes[network + 1] & 0x50) != 0)
            return Claim.No;
        return Claim.Yes(40, Role.Peer, "BVLL and NPDU");
    }

    /// <summary>Functions that carry no NPDU have a size: of tables, ten bytes an entry.</summary>
    private static bool FitsFunction(byte type, byte function, int length) => (type, function) switch
    {
        (0x81, 0 or 5) => length == 6,
        (0x81, 1 or 3 or 7) => length % 10 == 4,
        (0x81, 2 or 6) => length == 4,
        (0x81, 8) => length == 10,
        (0x82, 0 or 9) => length == 9,
        (0x82, 3 or 5 or 7) => length == 10,
        (0x82, 4) => length == 28,
        (0x82, 6) => length == 7,
        (0x82, 10) => length == 25,
        _ => function == 12 && length > 8,
    };
}
