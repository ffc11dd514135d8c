using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Sort;

/// <summary>Reads sort keys, for <c>sort</c> and for <c>dedup ... sortby</c>.</summary>
internal static class SortKeys
{
    /// <summary>Reads <c>-count</c>, <c>- count</c>, <c>+ip(src)</c>, <c>name</c>; null and a report where none can be read.</summary>
    /// <param name="reader">Where the keys stand.</param>
    /// <param name="descending">The direction of a key without a sign.</param>
    public static SortKeySyntax? Read(SplReader reader, bool descending = false)
    {
        var token = reader.Peek();
        var start = token.Span.Start;
        NameSyntax? name = null;
        if (token.Kind == TokenKind.Word && token.Text[0] is '-' or '+')
        {
            reader.Take();
            descending = token.Text[0] == '-';
            if (token.Text.Length > 1)
                name = new NameSyntax(new TextSpan(start + 1, token.Text.Length - 1), token.Text[1..]);
            else if (!reader.AtName())
                reader.ReportExpected("a field");
        }

        if (name is null)
            return reader.AtName() ? Typed(reader, start, reader.Take(), descending) : Missing(reader, token);
        return Typed(reader, start, new Token(TokenKind.Word, name.Span, name.Text), descending);
    }

    // `ip(src)` says how to compare; `count(src)` is a column of that name.
    private static SortKeySyntax? Typed(SplReader reader, int start, Token name, bool descending)
    {
        var field = new NameSyntax(name.Span, name.Text);
        var comparison = SortComparison.Auto;
        if (name.Kind == TokenKind.Word && reader.Peek().Kind == TokenKind.OpenParenthesis && reader.IsAdjacent)
        {
            reader.Take();
            if (reader.ReadName("a field") is not { } inner || !reader.Require(TokenKind.CloseParenthesis, "`)`"))
                return null;
            SortComparison? typed = name.Text.ToLowerInvariant() switch
            {
                "auto" => SortComparison.Auto,
                "str" => SortComparison.Text,
                "num" => SortComparison.Number,
                "ip" => SortComparison.Ip,
                _ => null,
            };
            var span = reader.SpanFrom(name.Span.Start);
            field = typed is null ? new NameSyntax(span, reader.TextOf(span)) : inner;
            comparison = typed ?? SortComparison.Auto;
        }

        return new SortKeySyntax(reader.SpanFrom(start), field, descending, comparison);
    }

    private static SortKeySyntax? Missing(SplReader reader, Token token)
    {
        if (token.Span.Start == reader.Peek().Span.Start)
            reader.ReportExpected("a field");
        return null;
    }
}
