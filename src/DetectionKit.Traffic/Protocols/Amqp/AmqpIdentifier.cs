using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Amqp;

/// <summary>
/// AMQP 0-8 to 0-9-1 (AMQP 0-9-1 sections 2.2.4 and 2.3.5) and 1.0 (OASIS AMQP 1.0 part 2, section 2.2): the protocol header, and
/// 0-9's first frame of the broker, Connection.Start.
/// </summary>
internal sealed class AmqpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "amqp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("AMQP"), new(ByteSet.Of(1), ByteSet.Of(0), ByteSet.Of(0))];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] == 1)
            return ConnectionStart(said);
        if (bytes.Length < 8)
            return "AMQP"u8.StartsWith(bytes[..Math.Min(4, bytes.Length)]) ? said.TooShort : Claim.No;
        return bytes.StartsWith("AMQP"u8) && bytes[4] <= 3 && bytes[5] <= 9 && bytes[6] <= 10 && bytes[7] <= 10
            ? Claim.Yes(60, said.SpokeFirst ? Role.Client : Role.Peer, "protocol header")
            : Claim.No;
    }

    private static Claim ConnectionStart(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        reader.Skip(1);
        var channel = reader.U16();
        var size = reader.U32();
        var method = reader.U32();
        if (reader.Short)
            return said.TooShort;
        return channel == 0 && size is > 8 and < 65536 && method == 0x000A000A ? Claim.Yes(64, Role.Server, "Connection.Start") : Claim.No;
    }
}
