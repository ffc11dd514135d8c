using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.RelTime;

/// <summary><c>reltime</c>; <c>reltime timefield=first timefield=last prefix=ago_</c></summary>
internal sealed class RelTimeCommand : ListedCommand
{
    private const string UsualPrefix = "reltime_";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["reltime"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["timefield", "prefix"];

    /// <inheritdoc/>
    protected override int Most => 0;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var prefix = arguments.Text("prefix");
        ImmutableArray<RelTimeColumn> columns =
        [
            .. arguments.Options.Where(option => option.Is("timefield")).Select(option => plan.Column(option.Value).Name)
                .Select(time => new RelTimeColumn(time, (prefix ?? UsualPrefix) + time)),
        ];
        if (columns.IsEmpty)
            columns = [new RelTimeColumn("_time", prefix is null ? "reltime" : prefix + "_time")];
        arguments.Add(
            new RelTimeSpec(columns),
            ColumnNeeds.Of([.. columns.Select(column => column.Time)]),
            columns.Aggregate(plan.Schema, (schema, column) => schema.With(column.Words)));
    }
}
