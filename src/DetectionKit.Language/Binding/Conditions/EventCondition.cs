using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.SearchExpressions;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding.Conditions;

/// <summary>
/// The condition on what is read, in two parts that must both hold: one over the event, which is known where it comes, and one over its row,
/// with the subsearches, which is known at the close.
/// </summary>
/// <param name="Filter">The part over the event.</param>
/// <param name="Rest">The part over the row; null: none.</param>
/// <param name="Earliest"><c>earliest=</c> as written, or null.</param>
/// <param name="Latest"><c>latest=</c> as written, or null.</param>
internal sealed record EventCondition(BoundPredicate Filter, SubsearchStage? Rest, string? Earliest, string? Latest)
{
    /// <summary>No condition.</summary>
    public static EventCondition None(TextSpan span) => new(new ConstantPredicate(span, true), null, null, null);

    /// <summary>Binds a condition.</summary>
    /// <param name="syntax">The condition as written.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="scope">The event's fields.</param>
    /// <param name="rowScope">The same fields as columns of the row that the event becomes.</param>
    public static EventCondition Bind(SearchSyntax syntax, PlanBuilder plan, FieldScope scope, FieldScope rowScope)
    {
        if (!IsLate(syntax, plan))
        {
            var (filter, bounds) = PredicateBinder.Bind(syntax, plan, scope);
            return new(filter, null, bounds.Earliest, bounds.Latest);
        }

        var parts = Parts(syntax).ToLookup(part => IsLate(part, plan));
        var (known, knownBounds) = PredicateBinder.Bind(new AllSyntax(syntax.Span, [.. parts[false]]), plan, scope);
        var (rest, restBounds) = PredicateBinder.Bind(new AllSyntax(syntax.Span, [.. parts[true]]), plan, rowScope);
        return new(
            known,
            new SubsearchStage(syntax.Span, rest, restBounds.Subsearches, OfEvents: true),
            knownBounds.Earliest ?? restBounds.Earliest,
            knownBounds.Latest ?? restBounds.Latest);
    }

    /// <summary>Begins a plan with a source of this condition.</summary>
    public void Begin(PlanBuilder plan, PlanSource source, PlanSchema schema)
    {
        plan.Begin(source with { Earliest = Earliest, Latest = Latest }, schema);
        if (Rest is not null)
            plan.Add(Rest, schema);
    }

    /// <summary>Adds a condition on rows to a plan.</summary>
    public static void Add(SearchSyntax syntax, TextSpan span, PlanBuilder plan)
    {
        var (predicate, binder) = PredicateBinder.Bind(syntax, plan, new RowScope(plan));
        plan.Add(
            binder.Subsearches.IsEmpty ? new FilterStage(span, predicate) : new SubsearchStage(span, predicate, binder.Subsearches, OfEvents: false),
            plan.Schema);
    }

    // Whether it is known at the close only.
    private static bool IsLate(SearchSyntax syntax, PlanBuilder plan) => syntax.HasSubsearch || (plan.IsMapped && syntax.HasOuterValue);

    private static IEnumerable<SearchSyntax> Parts(SearchSyntax syntax) => syntax is AllSyntax all ? all.Operands.SelectMany(Parts) : [syntax];
}
