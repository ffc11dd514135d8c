using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Listed;

namespace DetectionKit.Language.Spl.Display;

/// <summary>Commands that do something with rows elsewhere (write a file, send a message, fill an index) or mark them by an installation's knowledge: rows go through as they are, and a note says that nothing else happens.</summary>
internal sealed class PassedCommand : ListedCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["collect", "localize", "outputcsv", "outputtext", "sendalert", "sendemail", "tags", "tscollect", "typer"];

    /// <inheritdoc/>
    protected override bool TakesAnyOption => true;

    /// <inheritdoc/>
    protected override void Bind(ListedArguments arguments, PlanBuilder plan) => plan.Report(DiagnosticTable.PassedOver, arguments.Keyword, plan.TextOf(arguments.Keyword));
}
