using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.SetFields;

/// <summary><c>setfields a="x", b="y"</c>: texts in columns.</summary>
internal sealed class SetFieldsCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["setfields"];

    /// <inheritdoc/>
    protected override bool TakesAnyOption => true;

    /// <inheritdoc/>
    protected override int Most => 0;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        if (arguments.Options.IsEmpty)
            plan.Report(DiagnosticTable.Expected, arguments.Keyword, "`field=\"text\"` behind `setfields`", "nothing");
        var schema = arguments.Options.Aggregate(plan.Schema, (known, option) => known.With(option.Name.Text));
        plan.Add(
            new EvalStage(arguments.Span, [.. arguments.Options.Select(option => new BoundAssignment(option.Span, option.Name.Text, new LiteralExpression(option.Value.Span, Value.Of(option.Value.Text))))]),
            schema);
    }
}
