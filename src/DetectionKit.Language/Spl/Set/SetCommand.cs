using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Set;

/// <summary><c>set</c></summary>
internal sealed class SetCommand : SplCommand<SetSyntax>
{
    // limits.conf, [set] maxresultrows.
    private const int Limit = 50_000;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["set"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.First;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        if (reader.Peek() is not { Kind: TokenKind.Word } word || OptionValues.Word<SetOperation>(word.Text) is not { } operation)
        {
            reader.ReportExpected("`union`, `diff` or `intersect`");
            return null;
        }

        reader.Take();
        return reader.ReadSubsearch() is { } first && reader.ReadSubsearch() is { } second
            ? new SetSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, operation, first, second)
            : null;
    }

    /// <inheritdoc/>
    protected override void Bind(SetSyntax syntax, PlanBuilder plan)
    {
        var (first, second) = (PipelineBinder.Bind(syntax.First, plan), PipelineBinder.Bind(syntax.Second, plan));
        plan.Begin(new NothingSource(syntax.Keyword, 0), new PlanSchema([], IsOpen: false));
        plan.Add(
            new SpecStage(syntax.Span, new SetSpec(syntax.Operation, Limit), ColumnNeeds.Of()) { Subsearches = [first, second] },
            PlanSchema.Union(first.Schema, second.Schema));
    }
}
