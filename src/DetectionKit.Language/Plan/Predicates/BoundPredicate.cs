using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Predicates;

/// <summary>A condition of a search, two-valued: true or false, also where a field is absent. A closed family.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record BoundPredicate(TextSpan Span) : PlanNode(Span)
{
    /// <summary>Calls the visitor's method for this kind of predicate.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="visitor">The visitor.</param>
    public abstract T Accept<T>(PredicateVisitor<T> visitor);
}
