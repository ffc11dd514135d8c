using System.Collections.Immutable;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan.Expressions;

/// <summary>A function that gives a value.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Function">The function.</param>
/// <param name="Arguments">As many as it takes.</param>
public sealed record CallExpression(TextSpan Span, FunctionSymbol Function, ImmutableArray<BoundExpression> Arguments) : BoundExpression(Span)
{
    /// <inheritdoc/>
    public override T Accept<T>(ExpressionVisitor<T> visitor) => visitor.VisitCall(this);
}
