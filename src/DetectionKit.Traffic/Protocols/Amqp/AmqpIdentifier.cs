using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Amqp;

/// <summary>
/// AMQP 0-8 to 0-9-1 (AMQP 0-9-1 sections 2.2.4 and 2.3.5) and 1.0 (OASIS AMQP 1.0 part 2, section 2.2): the protocol header, and 0-9's
/// frames.
/// </summary>
internal sealed class AmqpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "amqp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("AMQP"), new(ByteSet.Of(1, 2, 3, 8)), new(ByteSet.Of(0), ByteSet.Range(0, 15))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] == 0)
            return FramesOfOne(said);
        if (bytes[0] < 16)
            return Frames(said);
        if (bytes.Length < 8)
            return "AMQP"u8.StartsWith(bytes[..Math.Min(4, bytes.Length)]) ? said.TooShort : Claim.No;
        return bytes.StartsWith("AMQP"u8) && bytes[4] <= 3 && bytes[5] <= 9 && bytes[6] <= 10 && bytes[7] <= 10
            ? Claim.Yes(60, said.SpokeFirst ? Role.Client : Role.Peer, "protocol header")
            : Claim.No;
    }

    /// <summary>Frames of version 1.0 whose header was not seen: size, offset 2, type, channel; then a described performative (part 2, section 2.3; part 5, section 5.3).</summary>
    private static Claim FramesOfOne(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        for (var frame = 0; frame < 4 && reader.Left > 0; frame++)
        {
            var size = reader.U32();
            var offset = reader.U8();
            var type = reader.U8();
            reader.Skip(2);
            if (reader.Short)
                break;
            if (offset != 2 || type > 1 || size is < 8 or > 1 << 20 || (size == 8 && type != 0))
                return Claim.No;
            var body = reader.Take((int)Math.Min(size - 8, (uint)reader.Left));
            if (size > 8 && body.Length < 3)
                break;
            // An empty frame keeps the connection alive; it says little.
            if (size > 8 && (body[0] != 0 || body[1] != 0x53 || !(type == 0 ? body[2] is >= 0x10 and <= 0x18 : body[2] is >= 0x40 and <= 0x44)))
                return Claim.No;
            bits += size == 8 ? 4 : 44;
        }

        return bits > 0 ? Claim.Yes(Math.Min(bits, 80), Role.Peer, "frames of version 1.0") : said.TooShort;
    }

    /// <summary>Frames of type, channel, size, payload and 0xCE; a method frame names a class that there is.</summary>
    private static Claim Frames(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        for (var frame = 0; frame < 4 && reader.Left > 0; frame++)
        {
            var type = reader.U8();
            var channel = reader.U16();
            var size = reader.U32();
            if (reader.Short)
                break;
            if (type is not (1 or 2 or 3 or 8) || size > 1 << 20 || (type == 8 && (size != 0 || channel != 0)))
                return Claim.No;
            var payload = reader.Take((int)Math.Min(size, (uint)reader.Left));
            if (type == 1 && channel == 0 && payload.StartsWith("\0\u000a\0\u000a"u8))
                return Claim.Yes(64, Role.Server, "Connection.Start");
            if (type == 1 && payload.Length >= 4 && (payload[0] != 0 || payload[2] != 0 || payload[1] is not (10 or 20 or 30 or 40 or 50 or 60 or 85 or 90) || payload[3] is 0 or > 120))
                return Claim.No;
            if (payload.Length < size || reader.Left == 0)
                break;
            if (reader.U8() != 0xCE)
                return Claim.No;
            bits += type switch { 1 => 36, 8 => 40, _ => 20 };
        }

        return bits > 0 ? Claim.Yes(Math.Min(bits, 80), Role.Peer, "frames") : said.TooShort;
    }
}
