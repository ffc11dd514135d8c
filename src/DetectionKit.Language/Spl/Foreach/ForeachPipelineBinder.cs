using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Eval;

namespace DetectionKit.Language.Spl.Foreach;

/// <summary>Binds a foreach over columns whose brackets hold other commands than eval: <c>foreach a* [fillnull value=0 &lt;&lt;FIELD&gt;&gt;]</c>.</summary>
internal static partial class ForeachPipelineBinder
{
    /// <summary>Adds the stage.</summary>
    /// <param name="syntax">The command.</param>
    /// <param name="turn">The plan of one turn, begun.</param>
    /// <param name="plan">The plan so far.</param>
    public static void Bind(ForeachSyntax syntax, PlanBuilder turn, PlanBuilder plan)
    {
        PipelineBinder.Bind([.. syntax.Subsearch.Commands.Select(command => command is EvalSyntax eval ? syntax.Names.In(eval) : command)], turn);
        var read = turn.Stages.OfType<EvalStage>().SelectMany(stage => stage.Assignments.SelectMany(assignment => ColumnReads.Of(assignment.Expression)))
            .Concat(turn.Stages.OfType<WhereStage>().SelectMany(stage => ColumnReads.Of(stage.Condition))).Where(Templates.IsOne);
        var written = Named().Matches(plan.TextOf(syntax.Subsearch.Span)).Select(match => match.Value);
        var spec = new ForeachPipelineSpec(
            [.. syntax.Fields.Select(field => field.Text)], [.. read.Concat(written).Prepend("<<FIELD>>").Distinct(StringComparer.Ordinal)]);
        plan.Add(
            new SpecStage(syntax.Span, spec, ColumnNeeds.All) { Subsearches = [new PlanPipeline(turn.Source!, turn.Stages, turn.Schema)] },
            plan.Schema with { IsOpen = true });
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"[\w.:{}-]*<<(?:FIELD|MATCHSTR|MATCHSEG[123])>>[\w.:{}-]*", System.Text.RegularExpressions.RegexOptions.CultureInvariant | System.Text.RegularExpressions.RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial System.Text.RegularExpressions.Regex Named();
}
