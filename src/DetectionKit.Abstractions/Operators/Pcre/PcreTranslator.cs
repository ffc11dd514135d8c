using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>
/// Rewrites what PCRE writes otherwise than .NET: named groups and references, possessive quantifiers, <c>\K</c>, code points, ASCII and POSIX
/// classes, <c>\h \R \N \Q...\E</c>. Groups keep PCRE's numbers: .NET would count named ones last. Source: pcre2pattern(3).
/// </summary>
internal sealed class PcreTranslator
{
    private readonly string _pattern;
    private readonly bool _numbered;
    private readonly PcreOutput _output = new();
    private readonly List<RegexGroup> _groups = [];
    private readonly Stack<(int Place, int Offset)> _open = [];
    private readonly ImmutableArray<RegexGroup> _known;
    private int _at;

    // Where in the output the last thing begins that a quantifier could repeat; -1: nothing.
    private int _atom = -1;

    // Where in the output the expression begins, behind flags that hold for all of it.
    private int _body;
    private bool _hasAlternatives;
    private PcreError? _error;

    private PcreTranslator(string pattern, bool numbered, ImmutableArray<RegexGroup> known)
    {
        _pattern = pattern;
        _numbered = numbered;
        _known = known;
    }

    /// <summary>Rewrites an expression.</summary>
    public static PcrePattern Translate(string pattern)
    {
        var first = new PcreTranslator(pattern, numbered: false, []).Run();
        var isMixed = first.Groups.Any(group => group.Name is null) && first.Groups.Any(group => group.Name is not null);
        return isMixed && first.Error is null ? new PcreTranslator(pattern, numbered: true, first.Groups).Run() : first;
    }

    private PcrePattern Run()
    {
        while (_at < _pattern.Length && _error is null)
            Next();
        if (_error is null && _open.TryPeek(out var open))
            Fail("this `(` is not closed", open.Offset);
        return new(_output.ToString(), _output.Offsets(), [.. _groups], _error);
    }

    private void Next()
    {
        switch (_pattern[_at])
        {
            case '\\':
                Escape(_pattern.AsSpan(_at));
                break;
            case '[':
                _atom = _output.Length;
                (_at, _error) = new ClassTranslator(_pattern, _output).Translate(_at);
                break;
            case '(':
                Open(_pattern.AsSpan(_at));
                break;
            case ')':
                Close();
                break;
            case '|':
                _hasAlternatives |= _open.Count == 0;
                Copy(1);
                _atom = -1;
                break;
            case '*' or '+' or '?' or '{' when QuantifierReader.Length(_pattern.AsSpan(_at)) is > 0 and var length:
                Quantifier(length);
                break;
            case '{':
                Literal("\\{", 1);
                break;
            case var unit when char.IsHighSurrogate(unit) && _at + 1 < _pattern.Length && char.IsLowSurrogate(_pattern[_at + 1]):
                Literal($"(?:{_pattern.AsSpan(_at, 2)})", 2);
                break;
            default:
                _atom = _output.Length;
                Copy(1);
                break;
        }
    }

    private void Open(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("(?#", StringComparison.Ordinal))
        {
            var end = rest.IndexOf(')');
            if (end < 0)
                Fail("this comment is not closed", _at);
            _at += end + 1;
            return;
        }

        if (rest.StartsWith("(?P=", StringComparison.Ordinal) && rest.IndexOf(')') is > 4 and var close)
        {
            Reference(rest[4..close].ToString(), close + 1);
            return;
        }

        if (GroupReader.Unsupported(rest) is { } what)
        {
            Fail(what, _at);
            return;
        }

        if (GroupReader.Name(rest) is var (name, length))
            Group(name, length);
        else if (rest.StartsWith("(?(", StringComparison.Ordinal) && !rest.StartsWith("(?(?", StringComparison.Ordinal))
            Condition(rest);
        else if (rest.StartsWith("(?", StringComparison.Ordinal))
            Special(rest);
        else
            Group(null, 1);
    }

    private void Group(string? name, int length)
    {
        if (name is { } given && (given.Length == 0 || char.IsAsciiDigit(given[0]) || given.Any(unit => !char.IsAsciiLetterOrDigit(unit) && unit != '_')))
        {
            Fail($"`{given}` cannot name a group", _at);
            return;
        }

        _groups.Add(new(_groups.Count + 1, name));
        var number = _groups.Count.ToString(CultureInfo.InvariantCulture);
        _open.Push((_output.Length, _at));
        _output.Add(name is null && !_numbered ? "(" : $"(?<{(_numbered ? number : name)}>", _at);
        _at += length;
        _atom = -1;
    }

    // (?(1)yes|no), with the group's number, its distance, or its name, which may stand in brackets or quotes.
    private void Condition(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(')');
        if (end < 4)
        {
            Fail("this condition names no group", _at);
            return;
        }

        var group = rest[3..end];
        var target = group is ['<', .. var bracketed, '>'] ? bracketed : group is ['\'', .. var quoted, '\''] ? quoted : group;
        _open.Push((_output.Length, _at));
        _output.Add($"(?({Target(ReferenceReader.Absolute(target, _groups.Count))})", _at);
        _at += end + 1;
        _atom = -1;
    }

    // (?:  (?=  (?<=  (?>  (?(?=  and flags: (?i)  (?i-s:
    private void Special(ReadOnlySpan<char> rest)
    {
        var length = 2;
        while (length < rest.Length && (char.IsAsciiLetter(rest[length]) || rest[length] is '-' or '^'))
            length++;
        if (length < rest.Length && rest[length] == ')')
        {
            var isLeading = _output.Length == _body;
            _output.Add($"(?{GroupReader.Flags(rest[2..length])})", _at);
            _at += length + 1;
            _body = isLeading ? _output.Length : _body;
            return;
        }

        _open.Push((_output.Length, _at));
        _output.Add($"(?{GroupReader.Flags(rest[2..length])}", _at);
        _at += length;
        if (_at < _pattern.Length && _pattern[_at] is ':' or '=' or '!' or '>')
            Copy(1);
        else if (_at < _pattern.Length && _pattern[_at] == '<')
            Copy(Math.Min(2, _pattern.Length - _at));
        _atom = -1;
    }

    private void Close()
    {
        if (!_open.TryPop(out var open))
        {
            Fail("this `)` closes nothing", _at);
            return;
        }

        Copy(1);
        _atom = open.Place;
    }

    private void Quantifier(int length)
    {
        if (_atom < 0)
        {
            Fail($"there is nothing that `{_pattern.AsSpan(_at, length)}` could repeat", _at);
            return;
        }

        var isPossessive = _at + length < _pattern.Length && _pattern[_at + length] == '+';
        var isLazy = _at + length < _pattern.Length && _pattern[_at + length] == '?';
        if (isPossessive)
            _output.Insert(_atom, "(?>", _at);
        Copy(length + (isLazy ? 1 : 0));
        if (isPossessive)
            _output.Add(")", _at++);
        else
            _atom = -1;
    }

    private void Escape(ReadOnlySpan<char> rest)
    {
        if (rest.Length == 1)
        {
            Fail("there is nothing behind this backslash", _at);
            return;
        }

        switch (rest[1])
        {
            case 'Q':
                Quoted(rest);
                return;
            case 'E':
                _at += 2;
                return;
            case 'K':
                KeepOut();
                return;
            case 'R':
                Literal("(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])", 2);
                return;
            case 'N':
                Literal("[^\\n]", 2);
                return;
            case 'p' or 'P':
                var (property, length) = PropertyReader.Read(rest);
                Literal(property, length);
                return;
            case 'A' or 'z' or 'Z' or 'b' or 'B' or 'G':
                Literal(rest[..2].ToString(), 2);
                return;
            default:
                break;
        }

        if (CharacterClasses.OfEscape(rest[1]) is { } set)
            Literal($"[{set}]", 2);
        else if (ReferenceReader.Read(rest, _groups.Count) is var (target, size))
            Reference(target, size);
        else if ((EscapeReader.CodePoint(rest) ?? EscapeReader.Octal(rest)) is var (one, units))
            CodePoint(one, units);
        else if (Rune.DecodeFromUtf16(rest[1..], out var rune, out var taken) == System.Buffers.OperationStatus.Done)
            CodePoint(rune, 1 + taken);
        else
            Fail("this escape cannot be read", _at);
    }

    private void CodePoint(Rune rune, int length)
    {
        _atom = _output.Length;
        _output.AddLiteral(rune, _at, inClass: false);
        _at += length;
    }

    private void Quoted(ReadOnlySpan<char> rest)
    {
        var close = rest.IndexOf("\\E", StringComparison.Ordinal);
        var quoted = close < 0 ? rest[2..] : rest[2..close];
        foreach (var unit in quoted)
        {
            _atom = _output.Length;
            _output.AddLiteral(unit, _at);
        }

        _at += close < 0 ? rest.Length : close + 2;
    }

    // What stands before \K must be there and is no part of the match: a lookbehind, which .NET allows any length.
    private void KeepOut()
    {
        if (_open.Count > 0 || _hasAlternatives)
        {
            Fail("\\K is known only outside of groups and alternatives", _at);
            return;
        }

        _output.Insert(_body, "(?<=", _at);
        _output.Add(")", _at);
        _at += 2;
        _atom = -1;
    }

    private void Reference(string target, int length) => Literal($"\\k<{Target(target)}>", length);

    // A group's number, or its name; where groups go by their numbers alone, the number of that name.
    private string Target(string target)
    {
        var isNumber = int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        var named = _known.FirstOrDefault(group => string.Equals(group.Name, target, StringComparison.Ordinal)).Number;
        if (!isNumber && _numbered && named > 0)
            target = named.ToString(CultureInfo.InvariantCulture);
        return target;
    }

    private void Literal(string text, int length)
    {
        _atom = _output.Length;
        _output.Add(text, _at);
        _at += length;
    }

    private void Copy(int length)
    {
        for (var end = _at + length; _at < end; _at++)
            _output.Add(_pattern.AsSpan(_at, 1), _at);
    }

    private void Fail(string message, int offset)
    {
        _error ??= new(message, offset);
        _at = _pattern.Length;
    }
}
