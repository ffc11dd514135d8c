namespace DetectionKit.Traffic.Flows;

/// <summary>A flow's own identifier, of Zeek's shape: <c>C</c> and 17 letters or digits, made from key, time and ordinal, so that runs are alike.</summary>
internal static class FlowUid
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>The flow's identifier.</summary>
    /// <param name="flow">The flow.</param>
    public static string Of(in Flow flow)
    {
        unchecked
        {
            var seed = Mix(((ulong)flow.Hash << 32) | flow.Ordinal, (ulong)flow.Start ^ 0x9E3779B97F4A7C15);
            var more = Mix(seed ^ 0xD6E8FEB86659FD93, ((ulong)flow.Key.PortA << 48) ^ ((ulong)flow.Key.PortB << 32) ^ flow.Ordinal ^ 0xA0761D6478BD642F);
            Span<char> text = stackalloc char[18];
            text[0] = 'C';
            // A number of 128 bits, divided 32 at a time: UInt128 keeps a method from being compiled ahead of time.
            Span<uint> number = [(uint)(seed >> 32), (uint)seed, (uint)(more >> 32), (uint)more];
            for (var i = 1; i < text.Length; i++)
                text[i] = Alphabet[(int)DivideByAlphabet(number)];
            return new string(text);
        }
    }

    private static ulong DivideByAlphabet(Span<uint> number)
    {
        var rest = 0ul;
        for (var i = 0; i < number.Length; i++)
        {
            (var quotient, rest) = Math.DivRem((rest << 32) | number[i], (ulong)Alphabet.Length);
            number[i] = (uint)quotient;
        }

        return rest;
    }

    private static ulong Mix(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
