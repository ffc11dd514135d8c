using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Lpd;

/// <summary>
/// The line printer daemon protocol (RFC 1179 sections 5 and 6): a command byte, a queue and LF; a job's control file comes with a length and a name.
/// </summary>
internal sealed class LpdIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "lpd";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(1, 5))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        var end = bytes[..Math.Min(bytes.Length, 128)].IndexOf((byte)'\n');
        if (end < 0)
            return bytes.Length >= 128 ? Claim.No : said.TooShort;
        if (end < 2 || !Ascii.IsVisible(bytes[1..end]))
            return Claim.No;
        var rest = bytes[(end + 1)..];
        if (rest.Length < 2)
            return said.Complete ? Claim.Yes(18, Role.Client, "command line") : Claim.More;
        var second = rest[..Math.Min(rest.Length, 128)].IndexOf((byte)'\n');
        if (bytes[0] != 2 || rest[0] is not (2 or 3))
            return Claim.No;
        if (second < 0)
            return rest.Length >= 128 ? Claim.No : said.TooShort;
        var line = rest[1..second];
        var blank = line.IndexOf((byte)' ');
        if (blank < 1 || line[..blank].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return Claim.No;
        var name = line[(blank + 1)..];
        return name.StartsWith("cfA"u8) || name.StartsWith("dfA"u8) ? Claim.Yes(64, Role.Client, "job") : Claim.No;
    }
}
