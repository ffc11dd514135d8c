using System.Collections.Immutable;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.SearchExpressions;

/// <summary>
/// Reads a condition of the search language. Neighbours are joined by an implied AND. What binds tightest: parentheses, NOT, OR, AND
/// (Splunk Search Manual, "Boolean expressions": OR clauses are evaluated before AND clauses).
/// </summary>
internal sealed class SearchConditionParser
{
    private const int DepthLimit = 100;
    private readonly SplReader _reader;
    private readonly Func<Token, bool> _stops;
    private int _depth;

    private SearchConditionParser(SplReader reader, Func<Token, bool>? stops)
    {
        _reader = reader;
        _stops = stops ?? (_ => false);
    }

    /// <summary>Reads a condition up to the end of the command. An empty one matches everything; null and a report where none can be read.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="stops">Whether the condition ends before this token.</param>
    public static SearchSyntax? Parse(SplReader reader, Func<Token, bool>? stops = null)
    {
        var parser = new SearchConditionParser(reader, stops);
        if (parser.AtEnd)
            return new AllSyntax(new TextSpan(reader.Peek().Span.Start, 0), []);
        var condition = parser.ParseAll();
        if (condition is null || parser.AtEnd)
            return condition;
        reader.ReportExpected("a condition");
        return null;
    }

    /// <summary>Reads one comparison or word; null and a report where none can be read.</summary>
    /// <param name="reader">The parser's place.</param>
    public static SearchSyntax? ParseOne(SplReader reader) => new SearchConditionParser(reader, null).ParsePrimary();

    private bool AtEnd => _reader.AtCommandEnd || _stops(_reader.Peek());

    private SearchSyntax? ParseAll()
    {
        var start = _reader.Peek().Span.Start;
        var operands = ImmutableArray.CreateBuilder<SearchSyntax>();
        do
        {
            if (operands.Count > 0 && _reader.Peek().Kind == TokenKind.Word && Operators.Relation(_reader.PeekSecond().Kind) is null && LostPipe.IsReportedAsWord(_reader))
                return null;
            if (ParseAny() is not { } operand)
                return null;
            operands.Add(operand);
            if (_reader.Peek() is { Kind: TokenKind.Word, Text: "AND" })
            {
                _reader.Take();
                if (!RequireOperand("AND"))
                    return null;
            }
        }
        while (!AtEnd && _reader.Peek().Kind != TokenKind.CloseParenthesis);
        return operands.Count == 1 ? operands[0] : new AllSyntax(_reader.SpanFrom(start), operands.ToImmutable());
    }

    private SearchSyntax? ParseAny()
    {
        var start = _reader.Peek().Span.Start;
        var operands = ImmutableArray.CreateBuilder<SearchSyntax>();
        while (true)
        {
            if (ParseNone() is not { } operand)
                return null;
            operands.Add(operand);
            if (_reader.Peek() is not { Kind: TokenKind.Word, Text: "OR" })
                return operands.Count == 1 ? operands[0] : new AnySyntax(_reader.SpanFrom(start), operands.ToImmutable());
            _reader.Take();
            if (!RequireOperand("OR"))
                return null;
        }
    }

    private SearchSyntax? ParseNone()
    {
        if (_reader.Peek() is not { Kind: TokenKind.Word, Text: "NOT" } not)
            return ParsePrimary();
        if (++_depth > DepthLimit)
            return TooDeep(not);
        _reader.Take();
        var operand = RequireOperand("NOT") ? ParseNone() : null;
        _depth--;
        return operand is null ? null : new NoneSyntax(_reader.SpanFrom(not.Span.Start), operand);
    }

    private SearchSyntax? ParsePrimary()
    {
        var token = _reader.Peek();
        switch (token.Kind)
        {
            case TokenKind.OpenParenthesis:
                return ParseParentheses(token);
            case TokenKind.Word or TokenKind.QuotedText or TokenKind.QuotedName:
                return ParseComparison();
            case TokenKind.OpenBracket:
                return _reader.ReadSubsearch() is { } subsearch ? new FoundSyntax(subsearch.Span, subsearch) : null;
            default:
                _reader.ReportExpected("a condition");
                return null;
        }
    }

    private SearchSyntax? ParseParentheses(Token open)
    {
        if (++_depth > DepthLimit)
            return TooDeep(open);
        _reader.Take();
        if (_reader.TryTake(TokenKind.CloseParenthesis))
        {
            _depth--;
            return new AllSyntax(_reader.SpanFrom(open.Span.Start), []);
        }

        var inner = ParseAll();
        _depth--;
        if (inner is null)
            return null;
        if (_reader.TryTake(TokenKind.CloseParenthesis))
            return inner;
        _reader.Report(DiagnosticTable.Unclosed, open.Span, "this parenthesis");
        return null;
    }

    private SearchSyntax? ParseComparison()
    {
        var token = _reader.Peek();
        if (_reader.AtDirective())
            return SearchDirective.Read(_reader) is { } term ? new TermSyntax(_reader.SpanFrom(token.Span.Start), term.Value, term.IsTerm, term.WithCase) : null;
        _reader.Take();
        var field = new NameSyntax(token.Span, token.Text);
        if (Operators.Relation(_reader.Peek().Kind) is { } comparison)
        {
            _reader.Take();
            if (_reader.AtDirective())
                return SearchDirective.Read(_reader) is { } directive
                    ? new ComparisonSyntax(_reader.SpanFrom(token.Span.Start), field, comparison, directive.Value, directive.WithCase)
                    : null;
            if (_reader.Peek().Kind == TokenKind.OpenBracket)
                return _reader.ReadSubsearch() is { } subsearch ? new FoundValueSyntax(_reader.SpanFrom(token.Span.Start), field, comparison, subsearch) : null;
            var isWord = _reader.Peek().Kind == TokenKind.Word;
            if (SearchValues.Read(_reader) is not { } value)
                return null;
            if (!isWord || !_reader.IsAdjacent || _reader.Peek().Kind != TokenKind.OpenParenthesis || !KnownFunctions.All.Contains(value.Text))
                return new ComparisonSyntax(_reader.SpanFrom(token.Span.Start), field, comparison, value);
            _reader.Report(DiagnosticTable.CallInSearch, value.Span, value.Text);
            return null;
        }

        if (_reader.Peek().Is("IN") && _reader.PeekSecond().Kind == TokenKind.OpenParenthesis)
            return ParseMembership(field);
        if (_reader.Peek() is { Kind: TokenKind.Word, Text: "NOT" } && _reader.PeekSecond() is var second && second.Is("IN"))
        {
            _reader.Take();
            return ParseMembership(field) is { } membership ? new NoneSyntax(membership.Span, membership) : null;
        }

        if (token.Kind == TokenKind.Word && token.Text is "and" or "or" or "not")
            _reader.ReportWithFix(DiagnosticTable.LowercaseOperator, token.Span, token.Text.ToUpperInvariant(), token.Text, token.Text.ToUpperInvariant());
        return new TermSyntax(token.Span, field);
    }

    private MembershipSyntax? ParseMembership(NameSyntax field)
    {
        _reader.Take();
        var open = _reader.Peek();
        if (!_reader.Require(TokenKind.OpenParenthesis, "`(`"))
            return null;
        var values = ImmutableArray.CreateBuilder<NameSyntax>();
        while (_reader.Peek().Kind is TokenKind.Word or TokenKind.QuotedText or TokenKind.QuotedName or TokenKind.Comma)
        {
            // Commas too many are passed over, as Splunk does.
            if (!_reader.TryTake(TokenKind.Comma) && SearchValues.Read(_reader) is { } value)
                values.Add(value);
        }

        if (_reader.AtCommandEnd)
            _reader.Report(DiagnosticTable.Unclosed, open.Span, "this parenthesis");
        else if (values.Count == 0)
            _reader.ReportExpected("a value");
        else if (_reader.Require(TokenKind.CloseParenthesis, "a value or `)`"))
            return new MembershipSyntax(_reader.SpanFrom(field.Span.Start), field, values.ToImmutable());
        return null;
    }

    private bool RequireOperand(string behind)
    {
        if (!AtEnd && _reader.Peek().Kind != TokenKind.CloseParenthesis)
            return true;
        _reader.ReportExpected($"a condition behind `{behind}`");
        return false;
    }

    private SearchSyntax? TooDeep(Token token)
    {
        _reader.Report(DiagnosticTable.TooDeep, token.Span, DepthLimit);
        return null;
    }
}
