using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Vnc;

/// <summary>
/// The remote framebuffer protocol (RFC 6143 section 7.1.1): each side sends its version in twelve bytes.
/// </summary>
internal sealed class VncIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "vnc";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("RFB ")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 12)
            return said.TooShort;
        return bytes.StartsWith("RFB 00"u8) && Ascii.IsDigit(bytes[6]) && bytes[7] == '.' && Ascii.IsDigit(bytes[10]) && bytes[11] == '\n'
            ? Claim.Yes(90, said.SpokeFirst ? Role.Server : Role.Client, "version")
            : Claim.No;
    }
}
