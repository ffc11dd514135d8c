using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Concurrency;

/// <summary><c>concurrency</c></summary>
internal sealed class ConcurrencyCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["concurrency"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["duration", "start", "output"];

    /// <inheritdoc/>
    protected override int Most => 0;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        if (arguments.Column("duration") is not { } duration)
        {
            plan.Report(DiagnosticTable.Expected, arguments.Keyword, "`duration=` with the field that holds how long an event lasts", "none");
            return;
        }

        var start = arguments.Column("start") ?? "_time";
        var target = arguments.Text("output") ?? "concurrency";
        arguments.Add(new ConcurrencySpec(duration, start, target), ColumnNeeds.Of(duration, start), plan.Schema.With(target));
    }
}
