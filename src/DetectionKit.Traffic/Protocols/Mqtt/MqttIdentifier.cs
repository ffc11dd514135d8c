using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
namespace DetectionKit.Traffic.Protocols.Mqtt;

/// <summary>MQTT 3.1 to 5.0 (MQTT 5.0 sections 2 and 3, MQTT 3.1.1): a chain of control packets.</summary>
internal sealed class MqttIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "mqtt";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Where(b => b >> 4 == 3 || (b >= 0x10 && (b & 15) == (b >> 4 is 6 or 8 or 10 ? 2 : 0))))];

    private const int MostPackets = 8;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var bits = 0;
        var role = Role.Peer;
        for (var count = 0; count < MostPackets && reader.Left > 0 && bits < 64; count++)
        {
            var first = reader.U8();
            if (!Length(ref reader, out var length))
                return reader.Short ? Verdict(bits, role, said) : Claim.No;
            var body = reader.Take(Math.Min(length, reader.Left));
            var worth = Packet(first, length, body, count == 0, ref role);
            if (worth < 0)
                return Claim.No;
            bits += worth;
            if (body.Length < length)
                return Verdict(bits, role, said);
        }

        return reader.Left == 0 && bits > 0 ? Verdict(bits + 6, role, said) : Verdict(bits, role, said);
    }

    private static Claim Verdict(int bits, Role role, in Utterance said) =>
        bits >= Evidence.Decisive || (said.Complete && bits > 0) ? Claim.Yes(bits, role, "control packets") : bits > 0 ? Claim.Yes(bits, role, "control packets") : said.TooShort;

    private static int Packet(byte first, int length, ReadOnlySpan<byte> body, bool opening, ref Role role)
    {
        var flags = first & 15;
        // 0 is no type; a packet's number is not 0.
        if (first < 0x10 || (first >> 4 is (>= 4 and <= 11) && body.Length > 1 && (body[0] | body[1]) == 0))
            return -1;
        switch (first >> 4)
        {
            case 1: // CONNECT: the name and level
                role = Role.Client;
                if (flags != 0 || length < 10)
                    return -1;
                if (body.Length < 8)
                    return !Magic(body, "\0\u0004MQTT"u8) && !Magic(body, "\0\u0006MQIs"u8) ? -1 : 0;
                return body.StartsWith("\0\u0004MQTT"u8) && body[6] is 4 or 5 || body.StartsWith("\0\u0006MQIsdp"u8) ? 64 : -1;
            case 2: // CONNACK: session present, reason, properties
                role = Role.Server;
                if (flags != 0 || length is < 2 or > 512 || (body.Length > 0 && body[0] > 1) || (length == 2 && body.Length > 1 && body[1] > 5))
                    return -1;
                return body.Length < 2 ? 0 : length == 2 ? 26 : body.Length > 2 && body[2] == length - 3 ? 26 : 12;
            case 3: // PUBLISH: a topic
                return Publish(flags, length, body);
            case 4 or 5 or 7: // acknowledgements: a packet id
                return flags == 0 && length is >= 2 and <= 4 ? opening ? 8 : 14 : -1;
            case 6 or 8 or 10: // PUBREL, SUBSCRIBE, UNSUBSCRIBE
                role = first >> 4 == 6 ? role : Role.Client;
                if (first >> 4 == 6 ? length is < 2 or > 64 : length < 5)
                    return -1;
                return flags != 2 ? -1 : first >> 4 == 6 ? 10 : MqttFilters.Judge(body, length, first >> 4 == 8);
            case 9 or 11: // SUBACK, UNSUBACK
                return flags == 0 && length is >= 2 and <= 64 && !(body.Length > 2 && body[2..].ContainsAnyInRange((byte)0x30, (byte)0x7F)) ? 6 : -1; // results are below that or above
            case 12 or 13: // PINGREQ, PINGRESP
                role = first >> 4 == 12 ? Role.Client : Role.Server;
                return flags == 0 && length == 0 ? 15 : -1;
            case 14: // DISCONNECT
                return flags == 0 && length <= 64 ? 4 : -1;
            default:
                return flags == 0 && length <= 1024 ? 2 : -1;
        }
    }

    private static int Publish(int flags, int length, ReadOnlySpan<byte> body)
    {
        if ((flags >> 1 & 3) == 3 || length < 3)
            return -1;
        if (body.Length < 3)
            return 0;
        var topic = body[0] << 8 | body[1];
        if (topic + 2 > length || topic > 1024)
            return -1;
        var text = body[2..Math.Min(body.Length, 2 + topic)];
        return text.ContainsAnyInRange((byte)0, (byte)0x1F) || !Ascii.IsVisible(text) ? -1 : topic == 0 ? 1 : 8 + Math.Min(text.Length, 14);
    }

    private static bool Magic(ReadOnlySpan<byte> body, ReadOnlySpan<byte> magic) => magic.StartsWith(body[..Math.Min(body.Length, magic.Length)]);

    /// <summary>The remaining length: seven bits a byte, least significant first, at most four bytes.</summary>
    private static bool Length(ref ByteReader reader, out int length)
    {
        length = 0;
        for (var shift = 0; shift < 28; shift += 7)
        {
            var b = reader.U8();
            length |= (b & 0x7F) << shift;
            if (reader.Short)
                return false;
            if (b < 0x80)
                return true;
        }

        return false;
    }
}
