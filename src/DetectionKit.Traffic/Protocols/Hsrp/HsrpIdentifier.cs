using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Hsrp;

/// <summary>
/// Hot Standby Router Protocol: version 1 (RFC 2281 section 5) and version 2 (Cisco: TLVs of a group's and of an interface's state).
/// </summary>
internal sealed class HsrpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "hsrp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0), ByteSet.Range(0, 3), ByteSet.Of(0, 1, 2, 4, 8, 16)), Prefix.Bytes(1, 40, 2), Prefix.Bytes(2, 4)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length >= 6 && bytes[0] == 2 && bytes[1] == 4)
            return said.Destination.IsGroup && (bytes.Length == 6 || bytes[6] is 1 or 3 or 4) ? Claim.Yes(40, Role.Peer, "interface state") : Claim.No;
        if (bytes.Length is 14 or 16)
            return Advertisement(bytes);
        if (bytes.Length < 20)
            return Claim.No;
        if (bytes[0] == 1)
            return bytes.Length >= 42 && bytes[1] == 40 && bytes[2] == 2 && bytes[3] <= 3 && bytes[4] <= 6 && bytes[5] is 4 or 6 ? Claim.Yes(44, Role.Peer, "group state") : Claim.No;
        var hello = bytes[3];
        var hold = bytes[4];
        var password = bytes.Slice(8, 8).TrimEnd((byte)0);
        if (said.WireLength is not (20 or 50) || bytes[7] != 0 || hold <= hello || hello == 0 || password.IndexOfAnyExceptInRange((byte)0x20, (byte)0x7E) >= 0)
            return Claim.No;
        return Claim.Yes(password.SequenceEqual("cisco"u8) ? 70 : 30, Role.Peer, "version 1 message");
    }

    /// <summary>A router tells the states of its interface (Cisco's addition to version 1): type 1, length 10, then dormant, passive or active.</summary>
    private static Claim Advertisement(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0, 3, 0, 1, 0, 10]) && bytes[6] is 1 or 2 or 3 && bytes[7] == 0 && bytes[8] == 0 && bytes[10] == 0
            ? Claim.Yes(56, Role.Peer, "advertisement")
            : Claim.No;
}
