using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Stomp;

/// <summary>
/// STOMP 1.0 to 1.2 (STOMP 1.2 specification, "STOMP Frames"): a command line of its own, and header lines of name and value.
/// </summary>
internal sealed class StompIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "stomp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("CONN"), Prefix.Text("STOM"), Prefix.Text("ERRO")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var lines = new LineReader(said.Bytes);
        if (!lines.Next(out var command))
            return command.Length > 16 ? Claim.No : said.TooShort;
        var server = command.SequenceEqual("CONNECTED"u8);
        if (!server && !command.SequenceEqual("CONNECT"u8) && !command.SequenceEqual("STOMP"u8))
            return Claim.No;
        if (!lines.Next(out var header))
            return header.Length > 256 ? Claim.No : said.TooShort;
        return header.IsEmpty || (header.IndexOf((byte)':') is var colon && colon > 0 && Ascii.IsAll(header[..colon], Ascii.Token))
            ? Claim.Yes(52, server ? Role.Server : Role.Client, "frame")
            : Claim.No;
    }
}
