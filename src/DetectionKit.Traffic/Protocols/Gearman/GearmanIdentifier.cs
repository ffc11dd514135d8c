using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Gearman;

/// <summary>Gearman's binary protocol (Gearman, "Protocol"): a magic for requests or responses, a type, a length.</summary>
internal sealed class GearmanIdentifier : Identifier
{
    private const int HeaderLength = 12;

    /// <inheritdoc/>
    public override string App => "gearman";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("\0REQ"), Prefix.Text("\0RES")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Bytes.Length < HeaderLength)
            return said.TooShort;
        uint type = BinaryPrimitives.ReadUInt32BigEndian(said.Bytes[4..]), length = BinaryPrimitives.ReadUInt32BigEndian(said.Bytes[8..]);
        return type is > 0 and <= 42 && length < 1 << 28 ? Claim.Yes(58, said.Bytes[3] == 'Q' ? Role.Client : Role.Server, "header") : Claim.No;
    }
}
