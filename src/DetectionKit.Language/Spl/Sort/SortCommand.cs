using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Sort;

/// <summary><c>sort</c></summary>
internal sealed class SortCommand : SplCommand<SortSyntax>
{
    /// <summary>How many rows Splunk keeps when no limit is given (Search Reference, "sort"); 0 asks for all.</summary>
    private const int DefaultLimit = 10_000;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["sort"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        int? limit = null;
        var keys = ImmutableArray.CreateBuilder<SortKeySyntax>();
        var isReversed = false;
        var descending = false;
        var isListed = false; // Behind a comma `a` and `d` are fields.
        while (!reader.AtCommandEnd)
        {
            if (reader.TryTake(TokenKind.Comma))
            {
                isListed = true;
                continue;
            }

            var token = reader.Peek();
            if (reader.AtOption())
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                if (option.Is("limit"))
                    limit = reader.Count(option);
                else
                    reader.ReportUnknown(option, "sort", "limit");
            }
            else if (keys.Count == 0 && limit is null && token.Kind == TokenKind.Word && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                reader.Take();
                limit = count;
            }
            else if (keys.Count > 0 && (token.Is("desc") || (token.Is("d") && !isListed)) && IsLast(reader))
            {
                reader.Take();
                isReversed = true;
            }
            else if (keys.Count > 0 && (token.Is("asc") || (token.Is("a") && !isListed)) && IsLast(reader))
            {
                reader.Take();
            }
            else
            {
                isListed = false;
                descending = SignOfAll(reader) ?? descending;
                if (SortKeys.Read(reader, descending) is not { } key)
                    return null;
                keys.Add(key);
            }
        }

        if (keys.Count == 0)
            reader.ReportExpected("a field");
        var ordered = isReversed ? keys.Select(key => key with { Descending = !key.Descending }) : keys;
        return new SortSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, limit, [.. ordered]);
    }

    /// <inheritdoc/>
    protected override void Bind(SortSyntax syntax, PlanBuilder plan)
    {
        var keys = syntax.Keys.Select(key => new Abstractions.Stages.SortKey(plan.Column(key.Field).Name, key.Descending, key.Comparison));
        plan.Add(new SortStage(syntax.Span, [.. keys], syntax.Limit ?? DefaultLimit), plan.Schema);
    }

    // A sign with a blank behind it holds for all keys that follow and have none of their own (searchbnf.conf, sort-command).
    private static bool? SignOfAll(SplReader reader) =>
        reader.Peek() is { Kind: TokenKind.Word, Text: "-" or "+" } sign && reader.PeekSecond().Span.Start > sign.Span.End ? sign.Text is "-" : null;

    private static bool IsLast(SplReader reader) => reader.PeekSecond().Kind is TokenKind.Pipe or TokenKind.End or TokenKind.CloseBracket;
}
