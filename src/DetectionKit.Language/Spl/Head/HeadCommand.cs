using System.Globalization;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Head;

/// <summary><c>head</c></summary>
internal sealed class HeadCommand : SplCommand<HeadSyntax>
{
    /// <summary>How many rows are kept when nothing is said (Search Reference, "head").</summary>
    private const int DefaultLimit = 10;

    private static readonly string[] KnownOptions = ["limit", "keeplast", "null"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["head"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        int? limit = null;
        ExpressionSyntax? condition = null;
        var keepLast = false;
        var passesNull = false;
        while (!reader.AtCommandEnd)
        {
            if (reader.AtOption() && KnownOptions.Contains(reader.Peek().Text, StringComparer.OrdinalIgnoreCase))
            {
                if (reader.ReadOption() is not { } option)
                    return null;
                if (option.Is("limit"))
                    limit = reader.Count(option);
                else if (option.Is("keeplast"))
                    keepLast = reader.Flag(option) ?? false;
                else
                    passesNull = reader.Flag(option) ?? false;
            }
            else if (limit is null && reader.Peek() is { Kind: TokenKind.Word } word && int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                reader.Take();
                limit = count;
            }
            else if (condition is null && ExpressionParser.Parse(reader) is { } read)
            {
                condition = read;
                reader.Mode = LexerMode.Words;
            }
            else
            {
                if (condition is not null)
                    reader.ReportExpected("the end of the command");
                return null;
            }
        }

        return new HeadSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, limit, condition, keepLast, passesNull);
    }

    /// <inheritdoc/>
    protected override void Bind(HeadSyntax syntax, PlanBuilder plan)
    {
        var condition = syntax.While is { } written ? ExpressionBinder.BindCondition(written, plan) : null;
        if (condition is not null && syntax.PassesNull)
            condition = new LogicalCondition(condition.Span, LogicalOperator.Or, [condition, IsUnknown(condition)]);
        plan.Add(new HeadStage(syntax.Span, syntax.Limit ?? (condition is null ? DefaultLimit : null), condition, syntax.KeepLast), plan.Schema);
    }

    private static PredicateCallCondition IsUnknown(BoundCondition condition) =>
        new(condition.Span, FunctionCatalogue.All["isnull"], [new TruthExpression(condition.Span, condition)]);
}
