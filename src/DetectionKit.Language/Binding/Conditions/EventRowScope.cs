using System.Collections.Immutable;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding.Conditions;

/// <summary>The fields of an event as columns of the row that it becomes.</summary>
/// <param name="events">The event's fields.</param>
/// <param name="read">Takes note of a field that the row must have as a column; null and a report where there is none.</param>
/// <param name="readAll">Takes note that the row must have all.</param>
internal sealed class EventRowScope(FieldScope events, Func<NameSyntax, FieldSymbol?> read, Action readAll) : FieldScope
{
    public override bool HasText => events.HasText;

    public override bool IsSource => true;

    public override FieldSymbol? Resolve(NameSyntax name) => read(name);

    public override BoundPredicate? Narrow(TextSpan span, NameSyntax name, string value) => events.Narrow(span, name, value);

    public override bool? Settle(NameSyntax name, string value) => events.Settle(name, value);

    public override ImmutableArray<string>? ResolveFound(TextSpan span, PlanSchema found)
    {
        var columns = base.ResolveFound(span, found);
        if (columns is null)
            readAll();
        return columns;
    }
}
