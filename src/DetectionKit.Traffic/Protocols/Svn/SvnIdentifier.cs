using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Svn;

/// <summary>
/// Subversion's own protocol (Subversion, "ra_svn protocol"): the server greets with its versions and capabilities, the client answers with its own.
/// </summary>
internal sealed class SvnIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "svn";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("( su"), Prefix.Text("( 2 "), Prefix.Text("( fa")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 12)
            return said.TooShort;
        if (bytes.StartsWith("( success ( "u8))
            return Claim.Yes(72, Role.Server, "greeting");
        if (!bytes.StartsWith("( 2 ( "u8))
            return Claim.No;
        if (bytes[6..].IndexOf("svn"u8) > 0)
            return Claim.Yes(64, Role.Client, "greeting");
        return bytes.Length > 512 ? Claim.No : said.TooShort;
    }
}
