using System.Text;

namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>Rewrites one <c>[...]</c>. .NET subtracts classes with <c>-[</c> and knows no <c>[:alpha:]</c>; PCRE takes a hyphen beside a named set as itself.</summary>
internal ref struct ClassTranslator(string pattern, PcreOutput output)
{
    private int _at;

    // The character that a hyphen could make a range from; null behind a named set, a whole range, or at the beginning.
    private Rune? _from;
    private bool _inRange;

    /// <summary>Rewrites the class that begins at a place.</summary>
    /// <param name="start">The opening bracket.</param>
    /// <returns>The place behind the closing bracket, or what is wrong.</returns>
    public (int Next, PcreError? Error) Translate(int start)
    {
        _at = start + 1;
        output.Add("[", start);
        if (_at < pattern.Length && pattern[_at] == '^')
            output.Add("^", _at++);
        for (var isFirst = true; _at < pattern.Length; isFirst = false)
        {
            if (pattern[_at] == ']' && !isFirst)
            {
                output.Add("]", _at);
                return (_at + 1, null);
            }

            if (Item() is { } error)
                return (_at, error);
        }

        return (_at, new("this `[` is not closed", start));
    }

    private PcreError? Item()
    {
        var rest = pattern.AsSpan(_at);
        if (rest.StartsWith("[:", StringComparison.Ordinal) && rest[2..].IndexOf(":]", StringComparison.Ordinal) is > 0 and var end
            && IsName(rest.Slice(2, end)))
        {
            if (CharacterClasses.OfPosixName(rest.Slice(2, end)) is not { } set)
                return new($"there is no class `[:{rest.Slice(2, end)}:]`", _at);
            return Set(set, end + 4);
        }

        if (rest[0] == '\\' && rest.Length > 1)
            return Escape(rest);
        if (rest[0] == '-' && _from is not null && !_inRange && MakesRange(rest))
        {
            output.Add("-", _at++);
            _inRange = true;
            return null;
        }

        Rune.DecodeFromUtf16(rest, out var rune, out var length);
        return Literal(length == rest.Length && rune == Rune.ReplacementChar ? new Rune('?') : rune, length);
    }

    private PcreError? Escape(ReadOnlySpan<char> rest)
    {
        if (rest[1] == 'Q')
            return Quoted(rest);
        if (rest[1] == 'E')
        {
            _at += 2;
            return null;
        }

        if (CharacterClasses.OfEscape(rest[1]) is { } set)
            return Set(set, 2);
        if (rest[1] == 'b')
            return Literal(new Rune('\b'), 2);
        if (rest[1] is 'p' or 'P')
        {
            var (property, length) = PropertyReader.Read(rest);
            return Set(property, length);
        }

        if ((EscapeReader.CodePoint(rest) ?? EscapeReader.Octal(rest)) is var (one, taken))
            return Literal(one, taken);
        Rune.DecodeFromUtf16(rest[1..], out var rune, out var size);
        return Literal(rune, 1 + size);
    }

    private PcreError? Quoted(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf("\\E", StringComparison.Ordinal);
        var quoted = close < 0 ? rest[2..] : rest[2..close];
        foreach (var unit in quoted)
            output.AddLiteral(unit, _at);
        _at += close < 0 ? rest.Length : close + 2;
        _from = null;
        return null;
    }

    private PcreError? Set(string set, int length)
    {
        output.Add(set, _at);
        _at += length;
        _from = null;
        _inRange = false;
        return null;
    }

    private PcreError? Literal(Rune rune, int length)
    {
        if (_inRange && rune < _from)
            return new("the range is in the wrong order", _at);
        output.AddLiteral(rune, _at, inClass: true);
        _at += length;
        _from = _inRange ? null : rune;
        _inRange = false;
        return null;
    }

    private static bool IsName(ReadOnlySpan<char> name) => name.TrimStart('^').IndexOfAnyExceptInRange('a', 'z') < 0;

    // Not before the closing bracket, and not before a named set.
    private static bool MakesRange(ReadOnlySpan<char> rest) => rest.Length > 1 && rest[1] switch
    {
        ']' => false,
        '[' => !(rest.Length > 2 && rest[2] == ':'),
        '\\' => rest.Length > 2 && CharacterClasses.OfEscape(rest[2]) is null && rest[2] is not ('p' or 'P' or 'Q' or 'E'),
        _ => true,
    };
}
