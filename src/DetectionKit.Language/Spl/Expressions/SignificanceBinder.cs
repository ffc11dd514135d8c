using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Plan.Expressions;

namespace DetectionKit.Language.Spl.Expressions;

/// <summary>Binds <c>sigfig(calculation)</c>: the calculation, rounded to as many significant figures as its operands allow. Manual: Mathematical functions, sigfig.</summary>
/// <param name="value">Binds an operand.</param>
internal sealed class SignificanceBinder(Func<ExpressionSyntax, BoundExpression> value)
{
    /// <summary>The call as an expression.</summary>
    public BoundExpression Bind(CallSyntax call)
    {
        var (number, figures) = Of(call.Arguments[0]);
        return Call("rounded to figures", number, figures);
    }

    private (BoundExpression Number, BoundExpression Figures) Of(ExpressionSyntax syntax)
    {
        switch (syntax)
        {
            case ArithmeticSyntax { Operator: ArithmeticOperator.Multiply or ArithmeticOperator.Divide } product:
                var (factor, factorFigures) = Of(product.Left);
                var (other, otherFigures) = Of(product.Right);
                return (new ArithmeticExpression(product.Span, product.Operator, factor, other), Call("figures of a product", factorFigures, otherFigures));
            case ArithmeticSyntax { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } sum:
                var (left, leftFigures) = Of(sum.Left);
                var (right, rightFigures) = Of(sum.Right);
                var total = new ArithmeticExpression(sum.Span, sum.Operator, left, right);
                return (total, Call("figures of a sum", total, left, leftFigures, right, rightFigures));
            case NegateSyntax negative:
                var (operand, operandFigures) = Of(negative.Operand);
                return (new NegateExpression(negative.Span, operand), operandFigures);
            case NumberSyntax number:
                return (value(number), new LiteralExpression(number.Span, SignificanceFunctions.Figures(Value.Of(number.Text))));
            default:
                var bound = value(syntax);
                return (bound, Call("figures of a number", bound));
        }
    }

    private static CallExpression Call(string function, params BoundExpression[] arguments) => new(arguments[0].Span, FunctionCatalogue.All[function], [.. arguments]);
}
