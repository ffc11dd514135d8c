using System.Collections.Immutable;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Expressions;

/// <summary>
/// Reads eval expressions. What binds tightest: parentheses, sign, <c>* / %</c>, <c>+ -</c>, <c>.</c>, comparisons with LIKE and IN, NOT, AND,
/// OR, XOR. The order of the logical operators is the manual's (Splunk Search Reference, "eval"); the manual does not say how <c>.</c> binds, and
/// joining texts after computing their numbers is what rules mean. The reader is left in expression mode.
/// </summary>
internal sealed class ExpressionParser
{
    private const int DepthLimit = 100;

    // A chain of one level, `a.b.c...`, makes a tree as deep as it is long; chains inside chains add up.
    private const int ChainLimit = 500;

    private readonly SplReader _reader;
    private int _depth;
    private int _chained;

    private ExpressionParser(SplReader reader) => _reader = reader;

    /// <summary>Reads one expression; null and a report where none can be read.</summary>
    public static ExpressionSyntax? Parse(SplReader reader)
    {
        reader.Mode = LexerMode.Expression;
        return new ExpressionParser(reader).ParseExpression();
    }

    private ExpressionSyntax? ParseExpression()
    {
        if (_depth >= DepthLimit)
        {
            _reader.Report(DiagnosticTable.TooDeep, _reader.Peek().Span, DepthLimit);
            return null;
        }

        _depth++;
        var expression = ParseLogical(LogicalOperator.Xor);
        _depth--;
        return expression;
    }

    private ExpressionSyntax? ParseLogical(LogicalOperator level)
    {
        var start = _reader.Peek().Span.Start;
        var operands = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        do
        {
            var operand = level switch
            {
                LogicalOperator.Xor => ParseLogical(LogicalOperator.Or),
                LogicalOperator.Or => ParseLogical(LogicalOperator.And),
                LogicalOperator.And => ParseNot(),
                _ => null,
            };
            if (operand is null)
                return null;
            operands.Add(operand);
        }
        while (_reader.TryTakeWord(Plan.Writing.Described.Operator(level)));
        return operands.Count == 1 ? operands[0] : new LogicalSyntax(_reader.SpanFrom(start), level, operands.ToImmutable());
    }

    private ExpressionSyntax? ParseNot()
    {
        var nots = new Stack<int>();
        while (_reader.Peek() is var token && (token.Is("NOT") || token is { Kind: TokenKind.Unknown, Text: "!" }))
        {
            nots.Push(_reader.Take().Span.Start);
            if (nots.Count <= DepthLimit)
                continue;
            _reader.Report(DiagnosticTable.TooDeep, _reader.Peek().Span, DepthLimit);
            return null;
        }

        var expression = ParseRelation();
        while (expression is not null && nots.TryPop(out var start))
            expression = new NotSyntax(_reader.SpanFrom(start), expression);
        return expression;
    }

    private ExpressionSyntax? ParseRelation()
    {
        if (ParseConcatenation() is not { } left)
            return null;
        var token = _reader.Peek();
        if (Operators.Relation(token.Kind) is { } relation)
        {
            _reader.Take();
            return ParseConcatenation() is { } right ? new RelationSyntax(_reader.SpanFrom(left.Span.Start), relation, left, right) : null;
        }

        if (token.Is("LIKE"))
        {
            _reader.Take();
            return ParseConcatenation() is { } pattern
                ? new CallSyntax(_reader.SpanFrom(left.Span.Start), new NameSyntax(token.Span, "like"), [left, pattern])
                : null;
        }

        if (token.Is("NOT") && _reader.PeekSecond() is var second && (second.Is("IN") || second.Is("LIKE")))
        {
            _reader.Take();
            return ParseDenied(left);
        }

        return token.Is("IN") ? ParseIn(left) : left;
    }

    private NotSyntax? ParseDenied(ExpressionSyntax left)
    {
        ExpressionSyntax? inner;
        if (_reader.Peek() is var like && like.Is("LIKE"))
        {
            _reader.Take();
            inner = ParseConcatenation() is { } pattern
                ? new CallSyntax(_reader.SpanFrom(left.Span.Start), new NameSyntax(like.Span, "like"), [left, pattern])
                : null;
        }
        else
        {
            inner = ParseIn(left);
        }

        return inner is null ? null : new NotSyntax(inner.Span, inner);
    }

    private InSyntax? ParseIn(ExpressionSyntax operand)
    {
        _reader.Take();
        return ParseArguments() is { } choices ? new InSyntax(_reader.SpanFrom(operand.Span.Start), operand, choices) : null;
    }

    private ExpressionSyntax? ParseConcatenation() => ParseChain(ParseSum, kind => kind == TokenKind.Dot ? ArithmeticOperator.Concatenate : null);

    private ExpressionSyntax? ParseSum() => ParseChain(ParseProduct, Operators.Sum);

    private ExpressionSyntax? ParseProduct() => ParseChain(ParseSign, Operators.Product);

    private ExpressionSyntax? ParseChain(Func<ExpressionSyntax?> parseOperand, Func<TokenKind, ArithmeticOperator?> operatorOf)
    {
        var left = parseOperand();
        while (left is not null && operatorOf(_reader.Peek().Kind) is { } arithmetic)
        {
            if (++_chained > ChainLimit)
            {
                _reader.Report(DiagnosticTable.TooDeep, _reader.Peek().Span, ChainLimit);
                return null;
            }

            _reader.Take();
            left = parseOperand() is { } right ? new ArithmeticSyntax(_reader.SpanFrom(left.Span.Start), arithmetic, left, right) : null;
        }

        return left;
    }

    private ExpressionSyntax? ParseSign()
    {
        var token = _reader.Peek();
        if (token.Kind is not (TokenKind.Minus or TokenKind.Plus))
            return ParsePrimary(token);
        if (_depth >= DepthLimit)
        {
            _reader.Report(DiagnosticTable.TooDeep, token.Span, DepthLimit);
            return null;
        }

        _reader.Take();
        _depth++;
        var operand = ParseSign();
        _depth--;
        if (operand is null || token.Kind == TokenKind.Plus)
            return operand;
        return new NegateSyntax(_reader.SpanFrom(token.Span.Start), operand);
    }

    private ExpressionSyntax? ParsePrimary(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.Number:
                _reader.Take();
                return new NumberSyntax(token.Span, token.Text);
            case TokenKind.QuotedText:
                _reader.Take();
                return new TextSyntax(token.Span, token.Text);
            case TokenKind.QuotedName:
                _reader.Take();
                return new FieldSyntax(token.Span, token.Text);
            case TokenKind.Identifier when _reader.PeekSecond().Kind == TokenKind.OpenParenthesis:
                _reader.Take();
                return ParseArguments() is { } arguments
                    ? new CallSyntax(_reader.SpanFrom(token.Span.Start), new NameSyntax(token.Span, token.Text), arguments)
                    : null;
            case TokenKind.Identifier when !Operators.IsReserved(token.Text):
                _reader.Take();
                return new FieldSyntax(token.Span, token.Text);
            case TokenKind.OpenParenthesis:
                return ParseParentheses(token);
            case TokenKind.OpenBracket:
                var subsearch = _reader.ReadSubsearch();
                _reader.Mode = LexerMode.Expression;
                return subsearch is null ? null : new FoundExpressionSyntax(subsearch.Span, subsearch);
            default:
                _reader.ReportExpected("an expression");
                return null;
        }
    }

    private ExpressionSyntax? ParseParentheses(Token open)
    {
        _reader.Take();
        if (ParseExpression() is not { } inner)
            return null;
        if (_reader.TryTake(TokenKind.CloseParenthesis))
            return inner;
        ReportUnclosed(open, "an operator or `)`");
        return null;
    }

    private ImmutableArray<ExpressionSyntax>? ParseArguments()
    {
        var open = _reader.Peek();
        if (!_reader.Require(TokenKind.OpenParenthesis, "`(`"))
            return null;
        var arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        if (_reader.TryTake(TokenKind.CloseParenthesis))
            return [];
        do
        {
            if (ParseExpression() is not { } argument)
                return null;
            arguments.Add(argument);
        }
        while (_reader.TryTake(TokenKind.Comma));
        if (_reader.TryTake(TokenKind.CloseParenthesis))
            return arguments.ToImmutable();
        ReportUnclosed(open, "an operator, `,` or `)`");
        return null;
    }

    private void ReportUnclosed(Token open, string expected)
    {
        if (_reader.AtCommandEnd)
            _reader.Report(DiagnosticTable.Unclosed, open.Span, "this parenthesis");
        else
            _reader.ReportExpected(expected);
    }
}
