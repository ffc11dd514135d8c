using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Rsh;

/// <summary>
/// The remote shell (rshd(8)) and exec protocols: the port for errors in digits, two names and a command, each ended by a zero; the server answers a
/// zero first.
/// </summary>
internal sealed class RshIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "rsh";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Digits), Prefix.Bytes(0)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] == 0)
            return said.Peer.Length > 8 && Ascii.IsDigit(said.Peer[0]) && !said.SpokeFirst ? Claim.Yes(6, Role.Server, "zero byte") : Claim.No;
        var port = bytes[..Math.Min(bytes.Length, 6)].IndexOf((byte)0);
        if (port < 1)
            return bytes.Length >= 6 || bytes.ContainsAnyExceptInRange((byte)'0', (byte)'9') ? Claim.No : said.TooShort;
        if (bytes[..port].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
            return Claim.No;
        var rest = bytes[(port + 1)..];
        for (var text = 0; text < 3; text++)
        {
            var end = rest.IndexOf((byte)0);
            if (end < 0)
                return rest.Length > 256 || !Ascii.IsVisible(rest) ? Claim.No : said.TooShort;
            if (end == 0 || (text < 2 && end is < 2 or > 32) || !Ascii.IsVisible(rest[..end]) || (text < 2 && rest[..end].Contains((byte)' ')))
                return Claim.No;
            rest = rest[(end + 1)..];
        }

        // Tables of short texts (symbols of a program, say) have runs like this somewhere.
        return Claim.Yes(said.FromStart ? 44 : 16, Role.Client, "port, names and command");
    }
}
