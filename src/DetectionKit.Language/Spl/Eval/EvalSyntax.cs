using System.Collections.Immutable;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Eval;

/// <summary><c>eval a=..., b=...</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Assignments">The assignments in order.</param>
internal sealed record EvalSyntax(TextSpan Span, TextSpan Keyword, ImmutableArray<AssignmentSyntax> Assignments) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List("eval", Assignments.Select(assignment => assignment.Describe()));
}

/// <summary><c>a=...</c></summary>
/// <param name="Span">The whole.</param>
/// <param name="Target">The field that is set.</param>
/// <param name="Value">What it is set to.</param>
internal sealed record AssignmentSyntax(TextSpan Span, NameSyntax Target, ExpressionSyntax Value) : SyntaxNode(Span)
{
    /// <inheritdoc/>
    public override string Describe() => List("set", Target.Describe(), Value.Describe());
}
