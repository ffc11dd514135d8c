using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Mqtt;

/// <summary>What SUBSCRIBE and UNSUBSCRIBE carry: a packet's number, in version 5 properties, then topics up to the end (MQTT 3.1.1 sections 3.8 and 3.10, 5.0 the same).</summary>
internal static class MqttFilters
{
    /// <summary>Bits of evidence; negative where it is none.</summary>
    /// <param name="body">What is there of the packet behind its length.</param>
    /// <param name="length">How long all of it is.</param>
    /// <param name="subscribes">Whether options follow each topic.</param>
    public static int Judge(ReadOnlySpan<byte> body, int length, bool subscribes) =>
        body.Length < 6 ? 5 : Walk(body[2..], length - 2, subscribes) || (body[2] < 0x80 && body[2] + 3 <= body.Length && Walk(body[(3 + body[2])..], length - 3 - body[2], subscribes)) ? 20 : -1;

    private static bool Walk(ReadOnlySpan<byte> body, int length, bool subscribes)
    {
        var reader = new ByteReader(body);
        var topics = 0;
        while (reader.At < length)
        {
            var size = reader.U16();
            var topic = reader.Take(Math.Min(size, reader.Left));
            if (reader.Short)
                return topics > 0 && body.Length < length;
            if (size == 0 || size > length - reader.At + topic.Length || !Ascii.IsPrintable(topic))
                return false;
            topics++;
            if (topic.Length < size)
                return true; // more of it is to come
            // The quality of service, and flags of version 5.
            if (subscribes && (reader.U8() & 0xC3) is 3 or > 0x3F && !reader.Short)
                return false;
        }

        return topics > 0;
    }
}
