using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>An eval condition, three-valued: true, false or not known (a comparison with an absent value). A closed family.</summary>
/// <param name="Span">Where it stands.</param>
public abstract record BoundCondition(TextSpan Span) : PlanNode(Span)
{
    /// <summary>Calls the visitor's method for this kind of node.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="visitor">The visitor.</param>
    public abstract T Accept<T>(ExpressionVisitor<T> visitor);
}
