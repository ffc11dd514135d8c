using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Mqtt;

/// <summary>Followers of MQTT.</summary>
internal sealed class MqttFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "mqtt";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new MqttFollower();
}

/// <summary>Reads MQTT's CONNECT (MQTT 3.1.1 and 5.0, section 3.1): version, client and user. The password is not looked at.</summary>
internal sealed class MqttFollower : Follower
{
    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        if (!said.FromOriginator)
            return said.Bytes.Length;
        var reader = new ByteReader(said.Bytes);
        var type = reader.U8();
        var length = Variable(ref reader);
        var packet = reader.Take(length);
        if (reader.Short && type >> 4 == 1 && length < 4096)
            return 0;
        if (type >> 4 == 1)
            Connect(new ByteReader(packet), notes);
        notes.Done();
        return said.Bytes.Length;
    }

    private static void Connect(ByteReader reader, FlowNotes notes)
    {
        reader.Skip(reader.U16());
        var level = reader.U8();
        var flags = reader.U8();
        reader.Skip(2);
        if (level == 5)
            reader.Skip(Variable(ref reader));
        var client = reader.Take(reader.U16());
        if (reader.Short)
            return;
        notes.Fact("mqtt_version", Value.Of(level switch { 3 => "3.1", 4 => "3.1.1", 5 => "5.0", _ => null }));
        notes.Fact("mqtt_client_id", Value.Of(Texts.Of(client)));
        if ((flags & 4) != 0)
        {
            // A will: properties, topic, payload.
            if (level == 5)
                reader.Skip(Variable(ref reader));
            reader.Skip(reader.U16());
            reader.Skip(reader.U16());
        }

        if ((flags & 0x80) != 0)
            notes.Fact("user", Value.Of(Texts.Of(reader.Take(reader.U16()))));
    }

    /// <summary>A length of one to four bytes, seven bits each, lowest first.</summary>
    private static int Variable(ref ByteReader reader)
    {
        var value = 0;
        for (var shift = 0; shift < 28; shift += 7)
        {
            var each = reader.U8();
            value |= (each & 0x7F) << shift;
            if ((each & 0x80) == 0)
                break;
        }

        return value;
    }
}
