using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.XPath;

/// <summary><c>xpath</c></summary>
internal sealed class XPathCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["xpath"];

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Options => ["outfield", "field", "default"];

    /// <inheritdoc/>
    protected override string What => "a path in double quotes";

    /// <inheritdoc/>
    protected override int Least => 1;

    /// <inheritdoc/>
    protected override int Most => 1;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan)
    {
        var path = arguments.Names[0];
        if (XPathText.Fault(path.Text) is { } fault)
            plan.Report(DiagnosticTable.Expected, path.Span, "a path of XPath", $"`{path.Text}` ({fault})");
        var input = arguments.Column("field") ?? "_raw";
        var output = arguments.Text("outfield") ?? "xpath";
        arguments.Add(new XPathSpec(path.Text, input, output, arguments.Text("default")), ColumnNeeds.Of(input), plan.Schema.With(output));
    }
}
