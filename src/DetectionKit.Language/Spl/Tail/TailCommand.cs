using System.Globalization;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Tail;

/// <summary><c>tail</c></summary>
internal sealed class TailCommand : SplCommand<TailSyntax>
{
    /// <summary>How many rows are kept when nothing is said (Search Reference, "tail").</summary>
    private const int DefaultLimit = 10;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["tail"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        int? limit = null;
        if (reader.AtOption() && reader.ReadOption() is { } option)
        {
            if (option.Is("limit"))
                limit = reader.Count(option);
            else
                reader.ReportUnknown(option, "tail", "limit");
        }
        else if (!reader.AtCommandEnd)
        {
            if (!int.TryParse(reader.Peek().Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                reader.ReportExpected("a whole number");
                return null;
            }

            reader.Take();
            limit = count;
        }

        return new TailSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, limit);
    }

    /// <inheritdoc/>
    protected override void Bind(TailSyntax syntax, PlanBuilder plan) =>
        plan.Add(new TailStage(syntax.Span, syntax.Limit ?? DefaultLimit), plan.Schema);
}
