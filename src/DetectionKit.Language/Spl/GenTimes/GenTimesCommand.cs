using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;
using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Spl.GenTimes;

/// <summary><c>gentimes</c></summary>
internal sealed class GenTimesCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["gentimes"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.First;

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["start", "end", "increment"];

    /// <inheritdoc/>
    protected override int Most => 0;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        if (arguments.Text("start") is null)
            plan.Report(DiagnosticTable.Expected, arguments.Keyword, "`start=` with a date or a number of days", "none");
        plan.Begin(new NothingSource(arguments.Span, 0), new PlanSchema([], IsOpen: false));
        arguments.Add(
            new GenTimesSpec(arguments.Text("start") ?? "0", arguments.Text("end"), arguments.Width("increment") ?? new BucketSpan(86_400, BucketUnit.Second)),
            ColumnNeeds.Of(),
            new PlanSchema(["starttime", "starthuman", "endtime", "endhuman"], IsOpen: false));
    }
}
