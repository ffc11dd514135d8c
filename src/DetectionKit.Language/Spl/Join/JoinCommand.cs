using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Join;

/// <summary><c>join</c></summary>
internal sealed class JoinCommand : SplCommand<JoinSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["join"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword) => new JoinParser(reader).Parse(keyword);

    /// <inheritdoc/>
    protected override void Bind(JoinSyntax syntax, PlanBuilder plan)
    {
        var subsearch = PipelineBinder.Bind(syntax.Subsearch, plan);
        foreach (var (left, right) in syntax.Keys)
        {
            Check(plan, plan.Schema, left);
            Check(plan, subsearch.Schema, right);
        }

        var spec = syntax.Spec with { Keys = [.. syntax.Keys.Select(key => new JoinKey(key.Left.Text, key.Right.Text))] };
        var isRenamed = spec.LeftAlias.Length > 0;
        var needs = spec.Keys.IsEmpty || isRenamed
            ? ColumnNeeds.All
            : ColumnNeeds.Of(spec.Keys.Select(key => key.Left).Concat(spec.Time == JoinTime.Any ? [] : ["_time"]));
        plan.Add(
            new SpecStage(syntax.Span, spec, needs) { Subsearches = [subsearch] },
            PlanSchema.Union(Prefixed(plan.Schema, spec.LeftAlias), Prefixed(subsearch.Schema, spec.RightAlias)));
    }

    // Rules do join by a field that a side lacks, and then match nothing: said, but no error unless it looks like a typo.
    private static void Check(PlanBuilder plan, PlanSchema schema, NameSyntax name)
    {
        if (schema.CanHave(name.Text))
            return;
        if (Suggestion.For(name.Text, schema.Columns) is { } near && Suggestion.Distance(name.Text, near) == 1)
            plan.Column(schema, name);
        else
            plan.ReportIdle(schema, name);
    }

    private static PlanSchema Prefixed(PlanSchema schema, string prefix) =>
        prefix.Length == 0 ? schema : schema with { Columns = [.. schema.Columns.Select(column => prefix + column)], IsOfEvents = false };
}
