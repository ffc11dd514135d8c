using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>Domain names in messages: labels, and pointers to labels that came before (RFC 1035 sections 3.1 and 4.1.4).</summary>
internal static class DnsName
{
    private const int Longest = 255;

    /// <summary>Reads a name; false where it ended the walk.</summary>
    public static bool Read(ref ByteReader reader, ReadOnlySpan<byte> message, int wireLength, ref DnsShape shape, bool isFirst)
    {
        var start = reader.At;
        var plain = 0;
        var length = 1;
        while (true)
        {
            var label = reader.U8();
            if (reader.Short)
                break;
            if (label == 0)
                return Ended(ref shape, plain, isFirst, start);
            if (label >= 0xC0)
            {
                var target = (label & 0x3F) << 8 | reader.U8();
                if (reader.Short)
                    break;
                if (target < DnsWalk.HeaderLength || target >= wireLength || (target >= start && target < reader.At) || !IsLabelAt(message, target))
                {
                    shape.Refuse();
                    return false;
                }

                // Labels come before what points to them; what points ahead is allowed nowhere and seen in the wild.
                shape.Add(target < reader.At - 2 ? 10 : -8);
                return Ended(ref shape, plain, isFirst, start);
            }

            length += label + 1;
            if (label > 63 || length > Longest)
            {
                shape.Refuse();
                return false;
            }

            var text = reader.Take(label);
            if (reader.Short)
                break;
            foreach (var letter in text)
            {
                if (letter is >= 0x21 and <= 0x7E)
                    plain++;
                else
                    shape.Odd++;
            }

            shape.Add(2);
        }

        if (message.Length < wireLength)
            shape.Stop();
        else
            shape.Refuse();
        return false;
    }

    private static bool Ended(ref DnsShape shape, int plain, bool isFirst, int start)
    {
        shape.Add(Math.Min(plain, 12));
        shape.Letters += plain;
        if (isFirst)
            shape.NameAt = start;
        return true;
    }

    private static bool IsLabelAt(ReadOnlySpan<byte> message, int target) => target >= message.Length || message[target] is < 64 or >= 0xC0;
}
