using System.Globalization;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Transpose;

/// <summary><c>transpose</c></summary>
internal sealed class TransposeCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["transpose"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["column_name", "header_field", "include_empty"];

    /// <inheritdoc/>
    protected override string What => "how many rows to turn";

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var limit = 5;
        if (arguments.Names is [var number] && !int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out limit))
            plan.Report(DiagnosticTable.Expected, number.Span, "how many rows to turn", $"`{number.Text}`");
        var name = arguments.Text("column_name") ?? "column";
        arguments.Add(
            new TransposeSpec(limit, name, arguments.Column("header_field"), arguments.Flag("include_empty", true)),
            ColumnNeeds.All,
            new PlanSchema([name, .. arguments.Text("header_field") is null && limit > 0 ? Enumerable.Range(1, limit).Select(row => string.Create(CultureInfo.InvariantCulture, $"row {row}")) : []], IsOpen: arguments.Text("header_field") is not null || limit == 0));
    }
}
