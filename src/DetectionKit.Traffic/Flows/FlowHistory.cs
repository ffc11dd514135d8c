namespace DetectionKit.Traffic.Flows;

/// <summary>
/// Zeek's history: a letter for each kind of packet, once a direction, in the order of first sight; upper case the originator's, lower case
/// the responder's; <c>^</c> before all where the originator did not send the first packet. Twelve letters are kept.
/// </summary>
internal static class FlowHistory
{
    private const int MostLetters = 12;

    // Numbers from 1, so that 0 ends the list; with the side's bit, five bits.
    private const string Letters = "?SHADFRTGWQI";

    // The letters' places in the list above, A to W.
    private static ReadOnlySpan<byte> Numbers => [3, 0, 0, 4, 0, 5, 8, 2, 11, 0, 0, 0, 0, 0, 0, 0, 10, 6, 1, 7, 0, 0, 9];

    /// <summary>Notes a letter, the first time only.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="letter">One of the letters in upper case.</param>
    /// <param name="side">Which end sent the packet.</param>
    public static void Note(ref Flow flow, char letter, int side)
    {
        var code = ((ulong)Numbers[letter - 'A'] << 1) | (uint)side;
        var history = flow.History;
        var shift = 0;
        while (history != 0)
        {
            if ((history & 31) == code)
                return;
            history >>= 5;
            shift += 5;
        }

        if (shift < MostLetters * 5)
            flow.History |= code << shift;
    }

    /// <summary>The history as text.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="originator">Which end is the originator.</param>
    /// <param name="flipped">Whether the responder sent the first packet.</param>
    public static string Text(in Flow flow, int originator, bool flipped)
    {
        Span<char> text = stackalloc char[MostLetters + 1];
        var length = 0;
        if (flipped)
            text[length++] = '^';
        for (var history = flow.History; history != 0; history >>= 5)
        {
            var letter = Letters[(int)(history & 31) >> 1];
            text[length++] = (int)(history & 1) == originator ? letter : char.ToLowerInvariant(letter);
        }

        return new string(text[..length]);
    }
}
