using DetectionKit.Compiler.Emit.Clauses;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Compiler.Emit.Expressions;
using DetectionKit.Compiler.Emit.Predicates;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Text;

namespace DetectionKit.Compiler.Emit.Stages;

/// <summary>Writes the methods that compute over a row and says what they are called.</summary>
/// <param name="writer">Where to.</param>
/// <param name="names">The class's member names.</param>
/// <param name="constants">The class's constants.</param>
internal sealed class RowMethods(SourceWriter writer, Identifiers names, Constants constants)
{
    private readonly ExpressionText _expressions = new(constants);
    private readonly ClauseMethods _clauses = new(writer, names);

    /// <summary>A method for a search condition.</summary>
    public string Predicate(string words, BoundPredicate predicate) =>
        Write(words, predicate.Accept(new PredicateLowering(constants, "row")));

    /// <summary>A method for an eval condition.</summary>
    public string Condition(string words, BoundCondition condition) =>
        Write(words, new ConditionLowering(_expressions).IsTrue(condition));

    /// <summary>A method for an eval expression.</summary>
    public string Expression(string words, BoundExpression expression)
    {
        var name = names.Take(words, "Compute");
        writer.Line();
        writer.Line($"private Value {name}({Subject.Row.Parameters})");
        writer.Open();
        Statements(expression);
        writer.Close();
        return name;
    }

    private string Write(string words, Clause clause)
    {
        var name = names.Take(words, "Test");
        _clauses.Write($"private bool {name}", clause, Subject.Row);
        return name;
    }

    // Each branch is a statement with its own place in the rule.
    private void Statements(BoundExpression expression)
    {
        switch (expression)
        {
            case IfExpression choice:
                Branch(choice.Condition.Span, choice.Then.Span, _expressions.Holds(choice.Condition), _expressions.Of(choice.Then));
                Statements(choice.Otherwise);
                break;
            case CaseExpression choice:
                foreach (var branch in choice.Branches)
                    Branch(branch.Condition.Span, branch.Value.Span, _expressions.Holds(branch.Condition), _expressions.Of(branch.Value));
                writer.Line(choice.Span, "return Value.Null;");
                break;
            case ValidateExpression choice:
                foreach (var branch in choice.Branches)
                    Branch(branch.Condition.Span, branch.Value.Span, _expressions.Fails(branch.Condition), _expressions.Of(branch.Value));
                writer.Line(choice.Span, "return Value.Null;");
                break;
            default:
                writer.Line(expression.Span, $"return {_expressions.Of(expression)};");
                break;
        }
    }

    private void Branch(TextSpan condition, TextSpan value, string test, string result) =>
        writer.Line(TextSpan.FromBounds(condition.Start, Math.Max(condition.End, value.End)), $"if ({test}) return {result};");
}
