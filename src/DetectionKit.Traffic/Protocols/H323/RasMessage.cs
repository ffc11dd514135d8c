using System.Buffers.Binary;
using System.Collections.Immutable;

namespace DetectionKit.Traffic.Protocols.H323;

/// <summary>
/// RAS messages that carry no object identifier (H.225.0 Annex H, packed encoding): which of the 25 messages it is stands in the first six bits, then come the
/// optional fields' bits and, at the next byte, the request's number. An answer is of its request's kind and repeats the number.
/// </summary>
internal static class RasMessage
{
    private const int Kinds = 25;
    private const int Registration = 3, Unregistration = 6, Admission = 9, Bandwidth = 12, Disengage = 15, Location = 18, Information = 21;

    /// <summary>How many optional fields each message has, whose bits stand before the number.</summary>
    private static ImmutableArray<byte> Optional { get; } = [4, 2, 2, 3, 3, 2, 3, 1, 1, 7, 2, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 3, 0, 0];

    /// <summary>Bits for a message as the answer to another; 0: it is none.</summary>
    public static int WeighAnswer(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> request)
    {
        if (!TryRead(answer, out var kind, out var number) || !TryRead(request, out var asked, out var before) || number == 0 || number != before)
            return 0;
        var fits = asked is Registration or Unregistration or Admission or Bandwidth or Disengage or Location ? kind == asked + 1 || kind == asked + 2 : asked == Information && kind == Information + 1;
        return fits ? 20 + Text(request) + Text(answer) : 0;
    }

    private static bool TryRead(ReadOnlySpan<byte> message, out int kind, out int number)
    {
        (kind, number) = (0, 0);
        if (message.IsEmpty || message[0] >> 2 >= Kinds)
            return false;
        kind = message[0] >> 2;
        // The choice's six bits, one that says whether more follows, and those of the optional fields.
        var at = (6 + 1 + Optional[kind] + 7) / 8;
        if (message.Length < at + 2)
            return false;
        number = BinaryPrimitives.ReadUInt16BigEndian(message[at..]);
        return true;
    }

    /// <summary>Identifiers and aliases are texts of 16-bit characters: four letters or digits with a zero before each.</summary>
    private static int Text(ReadOnlySpan<byte> message)
    {
        var run = 0;
        for (var i = 3; i + 1 < Math.Min(message.Length, 160); i++)
        {
            if (message[i] != 0 || message[i + 1] is < 0x20 or > 0x7E)
            {
                run = 0;
                continue;
            }

            if (++run == 4)
                return 12;
            i++;
        }

        return 0;
    }
}
