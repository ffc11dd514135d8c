using DetectionKit.Language.Plan.Writing;
using DetectionKit.Language.Spl.Expressions;

namespace DetectionKit.Language.Tests.Spl.Expressions;

/// <summary>Writes an expression as SPL, with parentheses where an operator binds no tighter than what is around it.</summary>
internal sealed class ExpressionPrinter : ExpressionSyntaxVisitor<string>
{
    public static ExpressionPrinter Instance { get; } = new();

    public override string VisitText(TextSyntax syntax) =>
        '"' + syntax.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    public override string VisitNumber(NumberSyntax syntax) => syntax.Text;

    public override string VisitField(FieldSyntax syntax) => "'" + syntax.Name.Replace("'", "\\'", StringComparison.Ordinal) + "'";

    public override string VisitNegate(NegateSyntax syntax) => "- " + Inside(syntax.Operand, 8);

    public override string VisitNot(NotSyntax syntax) => "NOT " + Inside(syntax.Operand, 3);

    public override string VisitArithmetic(ArithmeticSyntax syntax) =>
        $"{Inside(syntax.Left, Level(syntax))} {Described.Operator(syntax.Operator)} {Inside(syntax.Right, Level(syntax) + 1)}";

    public override string VisitRelation(RelationSyntax syntax) =>
        $"{Inside(syntax.Left, 5)} {Described.Operator(syntax.Operator)} {Inside(syntax.Right, 5)}";

    public override string VisitLogical(LogicalSyntax syntax) =>
        string.Join($" {Described.Operator(syntax.Operator)} ", syntax.Operands.Select(operand => Inside(operand, Level(syntax) + 1)));

    public override string VisitIn(InSyntax syntax) => $"{Inside(syntax.Operand, 5)} IN ({string.Join(", ", syntax.Choices.Select(choice => choice.Accept(this)))})";

    public override string VisitFound(FoundExpressionSyntax syntax) => syntax.Subsearch.Describe();

    public override string VisitCall(CallSyntax syntax) => $"{syntax.Function.Text}({string.Join(", ", syntax.Arguments.Select(argument => argument.Accept(this)))})";

    private string Inside(ExpressionSyntax syntax, int level) => Level(syntax) >= level ? syntax.Accept(this) : $"({syntax.Accept(this)})";

    private static int Level(ExpressionSyntax syntax) => syntax switch
    {
        LogicalSyntax { Operator: Language.Plan.Expressions.LogicalOperator.Xor } => 0,
        LogicalSyntax { Operator: Language.Plan.Expressions.LogicalOperator.Or } => 1,
        LogicalSyntax => 2,
        NotSyntax => 3,
        RelationSyntax or InSyntax => 4,
        ArithmeticSyntax { Operator: Language.Plan.Expressions.ArithmeticOperator.Concatenate } => 5,
        ArithmeticSyntax { Operator: Language.Plan.Expressions.ArithmeticOperator.Add or Language.Plan.Expressions.ArithmeticOperator.Subtract } => 6,
        ArithmeticSyntax => 7,
        _ => 8,
    };
}
