using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Nats;

/// <summary>
/// NATS (NATS documentation, "Client protocol"): the server's INFO and the client's CONNECT, each with a JSON object.
/// </summary>
internal sealed class NatsIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "nats";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("INFO"), Prefix.Text("CONN")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 10)
            return said.TooShort;
        if (bytes.StartsWith("INFO {\""u8))
            return Claim.Yes(56, Role.Server, "INFO");
        if (bytes.StartsWith("CONNECT {\""u8))
            return Claim.Yes(64, Role.Client, "CONNECT");
        return Claim.No;
    }
}
