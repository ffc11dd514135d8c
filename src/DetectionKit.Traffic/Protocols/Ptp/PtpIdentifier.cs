using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Ptp;

/// <summary>
/// Precision Time Protocol: version 2 (IEEE 1588-2008 and -2019, section 13.3) and version 1 (IEEE 1588-2002, annex D).
/// </summary>
internal sealed class PtpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "ptp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Any, ByteSet.Where(b => (b & 0x0F) == 2)), Prefix.Bytes(0, 1, 0, 1)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 34)
            return Claim.No;
        if (bytes[..4].SequenceEqual<byte>([0, 1, 0, 1]))
            return bytes[4] == '_' && bytes.Slice(4, 16).TrimEnd((byte)0).IndexOfAnyExceptInRange((byte)0x21, (byte)0x7E) < 0 && bytes[20] is 1 or 2 ? Claim.Yes(48, Role.Peer, "version 1 header") : Claim.No;
        var type = bytes[0] & 0x0F;
        var length = bytes[2] << 8 | bytes[3];
        if ((bytes[1] & 0x0F) != 2 || bytes[1] >> 4 > 1 || length < Shortest(type) || length > said.WireLength || said.WireLength - length > 2)
            return Claim.No;
        if (bytes[5] != 0 && bytes[1] >> 4 == 0)
            return Claim.No;
        var control = bytes[32];
        if (control != Control(type) && control != 0)
            return Claim.No;
        var reserved = bytes.Slice(16, 4).IndexOfAnyExcept((byte)0) < 0;
        return Claim.Yes((control == Control(type) ? 34 : 26) + (reserved ? 14 : 0), Role.Peer, "version 2 header");
    }

    /// <summary>The least length of a message of each type; a type that is not assigned has none.</summary>
    private static int Shortest(int type) => type switch
    {
        0 or 1 or 8 => 44,
        2 or 3 or 9 or 10 => 54,
        11 => 64,
        12 => 44,
        13 => 48,
        _ => int.MaxValue,
    };

    private static byte Control(int type) => type switch { 0 => 0, 1 => 1, 8 => 2, 9 => 3, 13 => 4, _ => 5 };
}
