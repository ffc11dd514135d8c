using DetectionKit.Language.Binding.Conditions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Binding.Events;

/// <summary>The fields of raw events: any name can be one.</summary>
internal sealed class RawScope(PlanBuilder plan) : FieldScope
{
    public override bool HasText => true;

    public override bool IsSource => true;

    public override FieldSymbol Resolve(NameSyntax name)
    {
        plan.ReadEvent(name);
        return new FieldSymbol.OfRaw(name.Text);
    }

    /// <summary>Settles nothing: warns of an event type that no reader gives.</summary>
    public override bool? Settle(NameSyntax name, string value)
    {
        if (name.Text is "eventtype" && plan.Filled?.GivesEventType(value) != true)
            plan.Report(DiagnosticTable.UnfilledField, name.Span, $"{name.Text}={value}", "no reader gives that event type, and those of a Splunk installation are not here");
        return null;
    }
}
