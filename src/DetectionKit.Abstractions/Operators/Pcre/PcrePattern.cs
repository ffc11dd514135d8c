using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>A regular expression of PCRE, rewritten for .NET.</summary>
/// <param name="Text">The expression in .NET's syntax.</param>
/// <param name="Offsets">For each character of <paramref name="Text"/>, the character of the original that it comes from.</param>
/// <param name="Groups">The groups in order, by the numbers that both syntaxes give them.</param>
/// <param name="Error">What PCRE does not accept, or this does not know; null: nothing.</param>
internal sealed record PcrePattern(string Text, ImmutableArray<int> Offsets, ImmutableArray<RegexGroup> Groups, PcreError? Error)
{
    /// <summary>The place in the original of a place in the text.</summary>
    public int OffsetOf(int place) => Offsets.IsEmpty ? 0 : Offsets[Math.Clamp(place, 0, Offsets.Length - 1)];
}

/// <summary>Why an expression cannot be read.</summary>
/// <param name="Message">For people.</param>
/// <param name="Offset">The character of the original at which it shows.</param>
internal sealed record PcreError(string Message, int Offset);
