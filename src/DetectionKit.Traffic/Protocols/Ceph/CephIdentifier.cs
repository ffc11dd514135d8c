using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ceph;

/// <summary>
/// Ceph's messenger (Ceph "msgr" and "msgr2" protocol pages): a banner of each side, <c>ceph v027</c> or <c>ceph v2\n</c>.
/// </summary>
internal sealed class CephIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "ceph";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("ceph"), Frame, new(ByteSet.Of(7, 8, 14, 15))];

    /// <summary>Tag, number of segments, the length and alignment of the first.</summary>
    private static Prefix Frame { get; } = new(ByteSet.Range(1, 28), ByteSet.Range(1, 4), ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Of(0, 1), ByteSet.Any, ByteSet.Range(0, 16));

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] != 'c')
            return said.FromStart ? Claim.No : CephFrames.Judge(said);
        if (bytes.Length < 8)
            return said.TooShort;
        return bytes.StartsWith("ceph v2\n"u8) || (bytes.StartsWith("ceph v"u8) && Ascii.IsDigit(bytes[6]) && Ascii.IsDigit(bytes[7]))
            ? Claim.Yes(56, Role.Peer, "banner")
            : Claim.No;
    }
}
