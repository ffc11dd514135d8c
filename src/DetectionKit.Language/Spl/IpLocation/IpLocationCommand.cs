using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.IpLocation;

/// <summary>
/// <c>iplocation</c>. There is no database of places: a lookup named <c>iplocation</c>, with networks in the column <c>network</c> and places in
/// columns of the command's own names, stands for one. Without it the fields stay empty, and a warning says so.
/// </summary>
internal sealed class IpLocationCommand : ListedCommand
{
    private const string Table = "iplocation";

    private static readonly ImmutableArray<string> Usual = ["City", "Country", "Region", "lat", "lon"];

    private static readonly ImmutableArray<string> Further = ["Continent", "MetroCode", "Timezone"];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["iplocation"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["prefix", "allfields", "lang"];

    /// <inheritdoc/>
    protected override int Least => 1;

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var address = arguments.Columns()[0];
        var prefix = arguments.Text("prefix") ?? "";
        var fields = arguments.Flag("allfields", false) ? Usual.AddRange(Further) : Usual;
        var schema = fields.Aggregate(plan.Schema, (known, field) => known.With(prefix + field));
        if (plan.Lookups.Find(Table) is { } columns)
        {
            var outputs = fields.Where(field => columns.Contains(field, StringComparer.Ordinal)).Select(field => new LookupField(field, prefix + field));
            plan.Add(new LookupStage(arguments.Span, new LookupSpec(Table, [new LookupField("network", address)], [.. outputs], KeepExisting: false)), schema);
            return;
        }

        plan.Report(DiagnosticTable.NoPlaces, arguments.Keyword, $"`{string.Join("`, `", fields.Select(field => prefix + field))}`");
        var nothing = new LiteralExpression(arguments.Span, Value.Null);
        plan.Add(new EvalStage(arguments.Span, [.. fields.Select(field => new BoundAssignment(arguments.Span, prefix + field, nothing))]), schema);
    }
}
