using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Rsync;

/// <summary>
/// The rsync daemon protocol (rsyncd.conf(5), clientserver): each side greets with <c>@RSYNCD:</c> and its version.
/// </summary>
internal sealed class RsyncIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "rsync";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("@RSY")];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 10)
            return said.TooShort;
        return bytes.StartsWith("@RSYNCD: "u8) && Ascii.IsDigit(bytes[9]) ? Claim.Yes(80, said.SpokeFirst ? Role.Server : Role.Client, "greeting") : Claim.No;
    }
}
