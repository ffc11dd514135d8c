using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Tftp;

/// <summary>
/// TFTP (RFC 1350 section 5, RFC 2347 for options): requests with a name and a mode; data, acknowledgements and errors where the other side's
/// block fits.
/// </summary>
internal sealed class TftpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "tftp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0), ByteSet.Range(1, 6))];

    private const int BlockSize = 512;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 4)
            return Claim.No;
        return bytes[1] switch
        {
            1 or 2 => Request(bytes[2..]),
            3 => Data(said),
            4 => Acknowledgement(said),
            5 => bytes[2] == 0 && bytes[3] <= 8 && bytes.Length > 4 && bytes[^1] == 0 && Ascii.IsPrintable(bytes[4..^1])
                ? Claim.Yes(34, Role.Peer, "error")
                : Claim.No,
            6 => Options(bytes[2..]) ? Claim.Yes(50, Role.Server, "option acknowledgement") : Claim.No,
            _ => Claim.No,
        };
    }

    private static Claim Request(ReadOnlySpan<byte> rest)
    {
        var name = rest.IndexOf((byte)0);
        if (name < 0 || !Ascii.IsPrintable(rest[..name]))
            return Claim.No;
        rest = rest[(name + 1)..];
        var mode = rest.IndexOf((byte)0);
        if (mode < 1)
            return Claim.No;
        var text = rest[..mode];
        return Ascii.Starts(text, "octet"u8) || Ascii.Starts(text, "netascii"u8) || Ascii.Starts(text, "mail"u8) ? Claim.Yes(70, Role.Client, "request") : Claim.No;
    }

    private static Claim Data(in Utterance said)
    {
        if (said.WireLength > 4 + BlockSize)
            return Claim.No;
        var block = said.Bytes.Slice(2, 2);
        var peer = said.Peer;
        if (peer.Length >= 4 && peer[0] == 0 && peer[1] == 4)
            return Number(block) - Number(peer[2..]) is 0 or 1 ? Claim.Yes(46, Role.Peer, "data behind its acknowledgement") : Claim.No;
        if (said.Ordinal == 0)
            return Number(block) == 1 && said.WireLength == 4 + BlockSize ? Claim.Yes(26, Role.Peer, "first block") : Number(block) == 1 ? Claim.Yes(16, Role.Peer, "first block") : Claim.No;
        // Blocks come whole, each with the next number, from one on.
        return said.Previous.Length >= 4 && said.Previous[0] == 0 && said.Previous[1] == 3 && Number(block) - Number(said.Previous[2..]) == 1 && Number(block) <= said.Ordinal + 1
            ? Claim.Yes(30, Role.Peer, "next block")
            : Claim.No;
    }

    private static Claim Acknowledgement(in Utterance said)
    {
        if (said.WireLength != 4)
            return Claim.No;
        var peer = said.Peer;
        if (peer.Length >= 4 && peer[0] == 0 && peer[1] == 3)
            return Number(said.Bytes[2..]) == Number(peer[2..]) ? Claim.Yes(46, Role.Peer, "acknowledgement of the block") : Claim.No;
        return Claim.Yes(Number(said.Bytes[2..]) <= 1 ? 18 : 10, Role.Peer, "acknowledgement");
    }

    private static bool Options(ReadOnlySpan<byte> rest) =>
        (Ascii.Starts(rest, "blksize\0"u8) || Ascii.Starts(rest, "tsize\0"u8) || Ascii.Starts(rest, "timeout\0"u8) || Ascii.Starts(rest, "windowsize\0"u8))
        && rest[^1] == 0;

    private static int Number(ReadOnlySpan<byte> bytes) => bytes[0] << 8 | bytes[1];
}
