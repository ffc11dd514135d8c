using System.Buffers;
using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Evtx;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.WindowsEvents;

/// <summary>
/// Reads one XML element with all that is in it, as event logs write them: no document types, namespaces only as attributes.
/// Anything else ends it with false; nothing throws, and depth is bounded.
/// </summary>
internal ref struct XmlFragment(ReadOnlySpan<char> text, IXmlSink sink, NameTable names)
{
    private const int MaxDepth = 64;
    private const int MaxEntity = 10;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n=/>");

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _depth;

    /// <summary>Reads the element that the text begins with, after blanks, comments and a declaration.</summary>
    public bool Read()
    {
        if (!SkipTo() || !StartTag())
            return false;
        while (_depth > 0)
        {
            var markup = _text[_at..].IndexOf('<');
            if (markup < 0)
            {
                Text(_text[_at..]);
                return false;
            }

            if (markup > 0)
                Text(_text.Slice(_at, markup));
            _at += markup;
            if (!Markup())
                return false;
        }

        return true;
    }

    // To the first start tag.
    private bool SkipTo()
    {
        while (true)
        {
            var blanks = _text[_at..].IndexOfAnyExcept(" \t\r\n\uFEFF");
            if (blanks < 0 || _text[_at + blanks] != '<' || _at + blanks + 1 >= _text.Length)
                return false;
            _at += blanks;
            if (_text[_at + 1] is not ('?' or '!'))
                return true;
            if (!Skip(_text[_at + 1] == '?' ? "?>" : "-->"))
                return false;
        }
    }

    private bool Markup()
    {
        var rest = _text[_at..];
        if (rest.StartsWith("</", StringComparison.Ordinal))
        {
            _depth--;
            sink.Close();
            return Skip(">");
        }

        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            var start = _at + "<![CDATA[".Length;
            if (!Skip("]]>"))
                return false;
            sink.Text(Value.Of(_text[start..(_at - "]]>".Length)].ToString()));
            return true;
        }

        if (rest.StartsWith("<!--", StringComparison.Ordinal))
            return Skip("-->");
        return rest.StartsWith("<?", StringComparison.Ordinal) ? Skip("?>") : StartTag();
    }

    private bool Skip(string end)
    {
        var at = _text[_at..].IndexOf(end, StringComparison.Ordinal);
        _at += at + end.Length;
        return at >= 0;
    }

    private bool StartTag()
    {
        _at++;
        if (Name() is not { } name || ++_depth > MaxDepth)
            return false;
        sink.Open(name);
        while (true)
        {
            SkipBlanks();
            if (_at >= _text.Length)
                return false;
            switch (_text[_at])
            {
                case '>':
                    _at++;
                    return true;
                case '/':
                    _depth--;
                    sink.Close();
                    return Skip(">");
                default:
                    if (!Attribute())
                        return false;
                    break;
            }
        }
    }

    private bool Attribute()
    {
        if (Name() is not { } name)
            return false;
        SkipBlanks();
        if (_at >= _text.Length || _text[_at++] != '=')
            return false;
        SkipBlanks();
        if (_at >= _text.Length || _text[_at] is not ('\'' or '"'))
            return false;
        var quote = _text[_at++];
        var length = _text[_at..].IndexOf(quote);
        if (length < 0)
            return false;
        sink.Attribute(name, Value.Of(Unescape(_text.Slice(_at, length))));
        _at += length + 1;
        return true;
    }

    /// <summary>A name without its namespace's prefix.</summary>
    private string? Name()
    {
        var length = _text[_at..].IndexOfAny(NameEnds);
        if (length <= 0)
            return null;
        var name = _text.Slice(_at, length);
        _at += length;
        if (name.IndexOf(':') is var colon and > 0 && !name.StartsWith("xmlns", StringComparison.Ordinal))
            name = name[(colon + 1)..];
        return names.Of(name);
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
            _at++;
    }

    private readonly void Text(ReadOnlySpan<char> text)
    {
        if (_depth > 0)
            sink.Text(Value.Of(Unescape(text)));
    }

    // XML 1.0, section 4.6 and 4.1; what is no reference stays as it is.
    private static string Unescape(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
            return text.ToString();
        var result = new StringBuilder(text.Length);
        while (text.IndexOf('&') is var at and >= 0)
        {
            result.Append(text[..at]);
            text = text[at..];
            var end = text[..Math.Min(text.Length, MaxEntity)].IndexOf(';');
            if (end > 0 && Referenced(text[1..end]) is { } referenced)
            {
                result.Append(referenced);
                text = text[(end + 1)..];
                continue;
            }

            result.Append('&');
            text = text[1..];
        }

        return result.Append(text).ToString();
    }

    private static string? Referenced(ReadOnlySpan<char> name)
    {
        switch (name)
        {
            case "amp":
                return "&";
            case "lt":
                return "<";
            case "gt":
                return ">";
            case "quot":
                return "\"";
            case "apos":
                return "'";
        }

        if (name is not ['#', _, ..])
            return null;
        var hexadecimal = name[1] is 'x' or 'X';
        var digits = name[(hexadecimal ? 2 : 1)..];
        return int.TryParse(digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && Rune.IsValid(code) ? new Rune(code).ToString() : null;
    }
}
