using System.Collections.Immutable;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Expressions;

/// <summary>An eval expression, as written: a closed family. Parentheses leave no trace but the shape of the tree.</summary>
/// <param name="Span">Where it stands.</param>
internal abstract record ExpressionSyntax(TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>Calls the visitor's method for this kind of node.</summary>
    public abstract T Accept<T>(ExpressionSyntaxVisitor<T> visitor);
}

/// <summary>Text in double quotes.</summary>
internal sealed record TextSyntax(TextSpan Span, string Text) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitText(this);

    public override string Describe() => $"\"{Text}\"";
}

/// <summary>A number as written.</summary>
internal sealed record NumberSyntax(TextSpan Span, string Text) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitNumber(this);

    public override string Describe() => Text;
}

/// <summary>A field, bare or in single quotes.</summary>
internal sealed record FieldSyntax(TextSpan Span, string Name) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitField(this);

    public override string Describe() => Name.All(unit => char.IsLetterOrDigit(unit) || unit == '_') ? Name : $"'{Name}'";
}

/// <summary><c>-a</c></summary>
internal sealed record NegateSyntax(TextSpan Span, ExpressionSyntax Operand) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitNegate(this);

    public override string Describe() => List("neg", Operand.Describe());
}

/// <summary><c>NOT a</c></summary>
internal sealed record NotSyntax(TextSpan Span, ExpressionSyntax Operand) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitNot(this);

    public override string Describe() => List("not", Operand.Describe());
}

/// <summary><c>a + b</c> and its like.</summary>
internal sealed record ArithmeticSyntax(TextSpan Span, ArithmeticOperator Operator, ExpressionSyntax Left, ExpressionSyntax Right) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitArithmetic(this);

    public override string Describe() => List(Plan.Writing.Described.Operator(Operator), Left.Describe(), Right.Describe());
}

/// <summary><c>a = b</c> and its like.</summary>
internal sealed record RelationSyntax(TextSpan Span, ComparisonOperator Operator, ExpressionSyntax Left, ExpressionSyntax Right) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitRelation(this);

    public override string Describe() => List(Plan.Writing.Described.Operator(Operator), Left.Describe(), Right.Describe());
}

/// <summary><c>a AND b</c> and its like; neighbours of one operator are one node.</summary>
internal sealed record LogicalSyntax(TextSpan Span, LogicalOperator Operator, ImmutableArray<ExpressionSyntax> Operands) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitLogical(this);

    public override string Describe() => List(Plan.Writing.Described.Operator(Operator), Operands.Select(operand => operand.Describe()));
}

/// <summary><c>a IN (b, ...)</c></summary>
internal sealed record InSyntax(TextSpan Span, ExpressionSyntax Operand, ImmutableArray<ExpressionSyntax> Choices) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitIn(this);

    public override string Describe() => List("in", [Operand.Describe(), .. Choices.Select(choice => choice.Describe())]);
}

/// <summary><c>f(a, ...)</c>; also <c>a LIKE b</c>, which is <c>like(a, b)</c>.</summary>
/// <param name="Span">The whole.</param>
/// <param name="Function">The function's name.</param>
/// <param name="Arguments">The arguments in order.</param>
internal sealed record CallSyntax(TextSpan Span, NameSyntax Function, ImmutableArray<ExpressionSyntax> Arguments) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitCall(this);

    public override string Describe() => List("call " + Function.Text, Arguments.Select(argument => argument.Describe()));
}

/// <summary>A subsearch whose text is the value.</summary>
/// <param name="Span">The whole.</param>
/// <param name="Subsearch">The subsearch.</param>
internal sealed record FoundExpressionSyntax(TextSpan Span, SubsearchSyntax Subsearch) : ExpressionSyntax(Span)
{
    public override T Accept<T>(ExpressionSyntaxVisitor<T> visitor) => visitor.VisitFound(this);

    public override string Describe() => List("found", Subsearch.Describe());
}

/// <summary>One method for each kind of expression.</summary>
/// <typeparam name="T">What they give.</typeparam>
internal abstract class ExpressionSyntaxVisitor<T>
{
    public abstract T VisitText(TextSyntax syntax);

    public abstract T VisitNumber(NumberSyntax syntax);

    public abstract T VisitField(FieldSyntax syntax);

    public abstract T VisitNegate(NegateSyntax syntax);

    public abstract T VisitNot(NotSyntax syntax);

    public abstract T VisitArithmetic(ArithmeticSyntax syntax);

    public abstract T VisitRelation(RelationSyntax syntax);

    public abstract T VisitLogical(LogicalSyntax syntax);

    public abstract T VisitIn(InSyntax syntax);

    public abstract T VisitCall(CallSyntax syntax);

    public abstract T VisitFound(FoundExpressionSyntax syntax);
}
