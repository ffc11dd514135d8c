using DetectionKit.Compiler.Emit.Clauses;
using DetectionKit.Language.Plan.Expressions;

namespace DetectionKit.Compiler.Emit.Expressions;

/// <summary>
/// Eval conditions as clauses. They are three-valued, a clause is not: what a clause asks is whether a condition is true, or whether it is false,
/// and each of AND, OR and NOT carries either question to its operands (Kleene's logic).
/// </summary>
/// <param name="expressions">Writes what the conditions compare.</param>
internal sealed class ConditionLowering(ExpressionText expressions)
{
    /// <summary>Whether the condition is true.</summary>
    public Clause IsTrue(BoundCondition condition) => Is(condition, true);

    private Clause Is(BoundCondition condition, bool asked)
    {
        switch (condition)
        {
            case ConstantCondition constant:
                return new Clause.Leaf(condition.Span, Test.Constant(constant.Value == asked));
            case NotCondition not:
                return Is(not.Operand, !asked);
            case LogicalCondition { Operator: LogicalOperator.And or LogicalOperator.Or } logical:
                var needsAll = (logical.Operator == LogicalOperator.And) == asked;
                return new Clause.Group(condition.Span, needsAll, [.. logical.Operands.Select(operand => Is(operand, asked))]);
            default:
                var text = expressions.Known(condition);
                var answer = asked ? "true" : "false";
                return new Clause.Leaf(condition.Span, new Test($"{text} is {answer}", $"{text} is not {answer}"));
        }
    }
}
