using System.Collections.Immutable;
using System.Text;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Conditions;

/// <summary>
/// Reads the text that <c>format</c>, <c>return</c> or a column <c>search</c> gives as a search condition: words, phrases, comparisons, IN, NOT, OR
/// before AND, parentheses. What cannot be read so is a phrase to search for; nothing throws.
/// </summary>
internal sealed class ConditionReader
{
    private const int DepthLimit = 100;
    private readonly ImmutableArray<(string Text, bool IsQuoted)> _tokens;
    private readonly bool _ofEvents;
    private readonly RunContext _run;
    private int _at;
    private int _depth;

    private ConditionReader(string text, bool ofEvents, RunContext run)
    {
        _tokens = [.. Tokens(text)];
        _ofEvents = ofEvents;
        _run = run;
    }

    public static RowFilter Read(string text, bool ofEvents, RunContext run)
    {
        var reader = new ConditionReader(text, ofEvents, run);
        return reader._tokens.IsEmpty ? new AllOf([]) : reader.All() is { } condition && reader._at == reader._tokens.Length ? condition : new Mentioned(text);
    }

    private bool Is(string sign) => _at < _tokens.Length && !_tokens[_at].IsQuoted && string.Equals(_tokens[_at].Text, sign, StringComparison.Ordinal);

    private bool Take(string sign)
    {
        if (!Is(sign))
            return false;
        _at++;
        return true;
    }

    private RowFilter? All()
    {
        var parts = ImmutableArray.CreateBuilder<RowFilter>();
        do
        {
            if (Any() is not { } part)
                return null;
            parts.Add(part);
            Take("AND");
        }
        while (_at < _tokens.Length && !Is(")"));
        return parts.Count == 1 ? parts[0] : new AllOf(parts.ToImmutable());
    }

    private RowFilter? Any()
    {
        var parts = ImmutableArray.CreateBuilder<RowFilter>();
        do
        {
            if (None() is not { } part)
                return null;
            parts.Add(part);
        }
        while (Take("OR"));
        return parts.Count == 1 ? parts[0] : new AnyOf(parts.ToImmutable());
    }

    private RowFilter? None()
    {
        var denied = false;
        while (Take("NOT"))
            denied = !denied;
        return Primary() is { } part ? (denied ? new NoneOf(part) : part) : null;
    }

    private RowFilter? Primary()
    {
        if (Take("("))
        {
            if (Take(")"))
                return new AllOf([]);
            if (++_depth > DepthLimit)
                return null;
            var inner = All();
            _depth--;
            return Take(")") ? inner : null;
        }

        if (_at >= _tokens.Length || Is(")") || Is(","))
            return null;
        var word = _tokens[_at++].Text;
        if (_at + 1 < _tokens.Length && !_tokens[_at].IsQuoted && _tokens[_at].Text is "=" or "!=" or "<" or "<=" or ">" or ">=")
            return Comparison(word, _tokens[_at++].Text, _tokens[_at++].Text);
        if (_at + 1 < _tokens.Length && Is("IN") && _tokens[_at + 1] is { Text: "(", IsQuoted: false })
            return List(word);
        return new Mentioned(word);
    }

    private RowFilter Comparison(string column, string sign, string value)
    {
        if (_ofEvents && SubsearchSpec.IsAboutSource(column))
            return SubsearchFilters.AboutSource(column, value, _run);
        return sign switch
        {
            "=" => new IsIn(column, value),
            "!=" => new IsOther(column, value),
            _ => new IsBeyond(column, sign, value),
        };
    }

    private IsIn? List(string column)
    {
        _at += 2;
        var values = new List<string>();
        while (_at < _tokens.Length && !Is(")"))
        {
            if (!Take(","))
                values.Add(_tokens[_at++].Text);
        }

        return Take(")") ? new IsIn(column, [.. values]) : null;
    }

    private static IEnumerable<(string Text, bool IsQuoted)> Tokens(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (text[at] == '"')
            {
                yield return (Quoted(text, ref at), true);
            }
            else if (SignLength(text, at) is > 0 and var length)
            {
                yield return (text.Substring(at, length), false);
                at += length;
            }
            else
            {
                var start = at;
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] != '"' && SignLength(text, at) == 0)
                    at++;
                yield return (text[start..at], false);
            }
        }
    }

    private static int SignLength(string text, int at) => text[at] switch
    {
        '(' or ')' or ',' or '=' => 1,
        '!' => at + 1 < text.Length && text[at + 1] == '=' ? 2 : 0,
        '<' or '>' => at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1,
        _ => 0,
    };

    private static string Quoted(string text, ref int at)
    {
        var content = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\')
                at++;
            content.Append(text[at]);
        }

        at++;
        return content.ToString();
    }
}
