namespace DetectionKit.Language.Spl.Expressions;

/// <summary>An expression with the names of its fields and its texts written otherwise.</summary>
/// <param name="write">How.</param>
internal class TemplateWriter(Func<string, string> write) : ExpressionSyntaxVisitor<ExpressionSyntax>
{
    public override ExpressionSyntax VisitText(TextSyntax syntax) => syntax with { Text = write(syntax.Text) };

    public override ExpressionSyntax VisitNumber(NumberSyntax syntax) => syntax;

    public override ExpressionSyntax VisitField(FieldSyntax syntax) => syntax with { Name = write(syntax.Name) };

    public override ExpressionSyntax VisitNegate(NegateSyntax syntax) => syntax with { Operand = syntax.Operand.Accept(this) };

    public override ExpressionSyntax VisitNot(NotSyntax syntax) => syntax with { Operand = syntax.Operand.Accept(this) };

    public override ExpressionSyntax VisitArithmetic(ArithmeticSyntax syntax) => syntax with { Left = syntax.Left.Accept(this), Right = syntax.Right.Accept(this) };

    public override ExpressionSyntax VisitRelation(RelationSyntax syntax) => syntax with { Left = syntax.Left.Accept(this), Right = syntax.Right.Accept(this) };

    public override ExpressionSyntax VisitLogical(LogicalSyntax syntax) => syntax with { Operands = [.. syntax.Operands.Select(operand => operand.Accept(this))] };

    public override ExpressionSyntax VisitIn(InSyntax syntax) => syntax with { Operand = syntax.Operand.Accept(this), Choices = [.. syntax.Choices.Select(choice => choice.Accept(this))] };

    public override ExpressionSyntax VisitCall(CallSyntax syntax) => syntax with { Arguments = [.. syntax.Arguments.Select(argument => argument.Accept(this))] };

    public override ExpressionSyntax VisitFound(FoundExpressionSyntax syntax) => syntax;
}
