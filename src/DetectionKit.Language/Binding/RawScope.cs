using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Binding;

/// <summary>The fields of raw events: any name can be one.</summary>
internal sealed class RawScope(PlanBuilder plan) : FieldScope
{
    public override bool HasText => true;

    public override bool IsSource => true;

    public override FieldSymbol Resolve(NameSyntax name)
    {
        if (name.Text is "eventtype")
            plan.Report(DiagnosticTable.UnfilledField, name.Span, name.Text, "event types belong to a Splunk installation");
        plan.ReadEvent(name);
        return new FieldSymbol.OfRaw(name.Text);
    }
}
