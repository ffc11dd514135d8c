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
        if (!bytes.StartsWith("@RSYNCD: "u8))
            return Claim.No;
        if (Ascii.IsDigit(bytes[9]))
            return Claim.Yes(80, said.SpokeFirst ? Role.Server : Role.Client, "greeting");
        // Where the greeting was not captured: what the server answers to the module's name.
        var rest = bytes[9..];
        return rest.StartsWith("OK\n"u8) || rest.StartsWith("EXIT\n"u8) || rest.StartsWith("AUTHREQD "u8) ? Claim.Yes(72, Role.Server, "answer to a module's name")
            : "OK\n"u8.StartsWith(rest) || "EXIT\n"u8.StartsWith(rest) || "AUTHREQD "u8.StartsWith(rest) ? said.TooShort : Claim.No;
    }
}
