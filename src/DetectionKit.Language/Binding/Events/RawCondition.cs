using DetectionKit.Language.Binding.Conditions;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.SearchExpressions;

namespace DetectionKit.Language.Binding.Events;

/// <summary>Conditions on raw events.</summary>
internal static class RawCondition
{
    /// <summary>Binds a condition on what is read.</summary>
    public static EventCondition Bind(SearchSyntax syntax, PlanBuilder plan)
    {
        var events = new RawScope(plan);
        return EventCondition.Bind(syntax, plan, events, new EventRowScope(events, name => events.Resolve(name) is { } field ? new FieldSymbol.Column(field.Name) : null, () => { }));
    }
}
