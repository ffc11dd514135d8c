using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Transaction;

/// <summary>Reads <c>transaction</c> (Splunk Search Reference, "transaction"). Options stand before, among and behind the fields.</summary>
internal sealed class TransactionParser(SplReader reader)
{
    private const int DefaultMaxEvents = 1000;

    // Seconds: nanoseconds of so many fit into 64 bits.
    private const double LongestSpan = 9e9;

    private static readonly string[] Options =
    [
        "maxspan", "maxpause", "maxevents", "startswith", "endswith", "connected", "unifyends", "keepevicted", "keeporphans", "mvlist", "mvraw", "delim",
        "nullstr", "maxopentxn", "maxopenevents", "fields",
    ];

    private readonly ImmutableArray<NameSyntax>.Builder _fields = ImmutableArray.CreateBuilder<NameSyntax>();
    private TransactionSpec _spec = new([], null, null, DefaultMaxEvents, null, null, Connected: true, KeepEvicted: false, KeepOrphans: false, [], "NULL");
    private SyntaxNode? _startsWith;
    private SyntaxNode? _endsWith;

    public TransactionSyntax? Parse(Token keyword)
    {
        while (!reader.AtCommandEnd)
        {
            if (!reader.TryTake(TokenKind.Comma) && !ParsePart())
                return null;
        }

        return new TransactionSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, _fields.ToImmutable(), _spec, _startsWith, _endsWith);
    }

    private bool ParsePart()
    {
        if (reader.AtOption() && (reader.Peek().Is("startswith") || reader.Peek().Is("endswith")))
            return ParseEnd(reader.Take().Is("startswith"));
        if (reader.AtOption())
            return reader.ReadOption() is { } option && Apply(option);
        if (reader.ReadName("a field or an option") is not { } name)
            return false;
        _fields.Add(name);
        return true;
    }

    private bool ParseEnd(bool isStart)
    {
        reader.Take();
        if (ParseFilter() is not { } filter)
            return false;
        if (isStart)
            _startsWith = filter;
        else
            _endsWith = filter;
        return true;
    }

    // `eval(...)`, a condition in parentheses or in quotes, or one comparison.
    private SyntaxNode? ParseFilter()
    {
        if (reader.Peek().Is("eval") && reader.PeekSecond().Kind == TokenKind.OpenParenthesis)
        {
            reader.Take();
            reader.Take();
            var expression = ExpressionParser.Parse(reader);
            reader.Mode = LexerMode.Words;
            return expression is not null && reader.Require(TokenKind.CloseParenthesis, "`)`") ? expression : null;
        }

        if (reader.TryTake(TokenKind.OpenParenthesis))
            return SearchConditionParser.Parse(reader, token => token.Kind == TokenKind.CloseParenthesis) is { } condition && reader.Require(TokenKind.CloseParenthesis, "`)`") ? condition : null;
        if (reader.Peek().Kind == TokenKind.QuotedText)
            return SearchConditionParser.Parse(reader.Inside(reader.Take().Span));
        return SearchConditionParser.ParseOne(reader);
    }

    private bool Apply(OptionSyntax option)
    {
        switch (option.Name.Text.ToLowerInvariant())
        {
            case "maxspan":
                _spec = _spec with { MaxSpan = Span(option) };
                return true;
            case "maxpause":
                _spec = _spec with { MaxPause = Span(option) };
                return true;
            case "maxevents":
                _spec = _spec with { MaxEvents = option.Value.Text.StartsWith('-') ? null : reader.Count(option) };
                return true;
            case "connected":
                _spec = _spec with { Connected = reader.Flag(option) ?? true };
                return true;
            case "keepevicted":
                _spec = _spec with { KeepEvicted = reader.Flag(option) ?? false };
                return true;
            case "keeporphans":
                _spec = _spec with { KeepOrphans = reader.Flag(option) ?? false };
                return true;
            case "mvlist":
                _spec = _spec with { Lists = Lists(option) };
                return true;
            case "nullstr":
                _spec = _spec with { NullText = option.Value.Text };
                return true;
            case "unifyends" or "mvraw":
                reader.Flag(option);
                return true;
            case "delim":
                return true;
            case "maxopentxn" or "maxopenevents":
                reader.Count(option);
                return true;
            case "fields":
                _fields.AddRange(option.Value.Text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(field => new NameSyntax(option.Value.Span, field)));
                return true;
            case "name":
                reader.Report(DiagnosticTable.UnsupportedOption, option.Span, "`name` of `transaction`");
                return true;
            default:
                reader.ReportUnknown(option, "transaction", Options);
                return true;
        }
    }

    // Seconds unless it says otherwise; negative: no limit.
    private long? Span(OptionSyntax option)
    {
        var text = option.Value.Text;
        if (text.StartsWith('-'))
            return null;
        if (SpanReader.Read(text) is { Unit: BucketUnit.Number or BucketUnit.Second, Width: <= LongestSpan } span)
            return (long)(span.Width * Timestamp.NanosecondsPerSecond);
        reader.ReportValue(option, "a span such as `10s`, `5m`, `1h`, `1d`");
        return null;
    }

    private static ImmutableArray<string> Lists(OptionSyntax option) => option.Value.Text.ToUpperInvariant() switch
    {
        "T" or "TRUE" or "1" => ["*"],
        "F" or "FALSE" or "0" => [],
        _ => [.. option.Value.Text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)],
    };
}
