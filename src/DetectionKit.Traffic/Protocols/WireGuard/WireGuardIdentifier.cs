using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.WireGuard;

/// <summary>
/// WireGuard (Donenfeld, "WireGuard: Next Generation Kernel Network Tunnel", section 5.4): four message types, three of them of a fixed size.
/// </summary>
internal sealed class WireGuardIdentifier : Identifier
{
    /// <summary>What carries a packet of IPv6's least MTU.</summary>
    private const int FullSize = 1280 + 32;

    /// <inheritdoc/>
    public override string App => "wireguard";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(1, 0, 0, 0), Prefix.Bytes(2, 0, 0, 0), Prefix.Bytes(3, 0, 0, 0), Prefix.Bytes(4, 0, 0, 0)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 16)
            return Claim.No;
        return bytes[0] switch
        {
            1 when said.WireLength == 148 => Claim.Yes(44, Role.Client, "handshake initiation"),
            2 when said.WireLength == 92 => Claim.Yes(44, Role.Server, "handshake response"),
            3 when said.WireLength == 64 => Claim.Yes(36, Role.Server, "cookie reply"),
            // A data message: its counter begins at zero, its size is padded to sixteen, though not beyond what the link takes.
            4 when said.WireLength >= 32 && (said.WireLength % 16 == 0 || said.WireLength >= FullSize) && bytes[12..16].IndexOfAnyExcept((byte)0) < 0 && LooksEncrypted(bytes[16..])
                && bytes[4..8].IndexOfAnyExcept((byte)0) >= 0 => Claim.Yes(32, Role.Peer, "transport data"),
            _ => Claim.No,
        };
    }

    private static bool LooksEncrypted(ReadOnlySpan<byte> bytes) => bytes.Count((byte)0) <= 2 + (bytes.Length / 64);
}
