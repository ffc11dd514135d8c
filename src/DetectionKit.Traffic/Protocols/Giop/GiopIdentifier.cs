using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Giop;

/// <summary>
/// CORBA's General Inter-ORB Protocol (OMG CORBA 3.3 part 2, section 9.4.1, "GIOP Message Header").
/// </summary>
internal sealed class GiopIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "giop";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("GIOP")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 12)
            return said.TooShort;
        var type = bytes[7];
        if (!bytes.StartsWith("GIOP"u8) || bytes[4] != 1 || bytes[5] > 3 || bytes[6] > 3 || type > 7)
            return Claim.No;
        return Claim.Yes(60, type is 1 or 4 ? Role.Server : type is 0 or 3 ? Role.Client : Role.Peer, "message header");
    }
}
