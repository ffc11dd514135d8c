using DetectionKit.Compiler.Emit.Clauses;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Compiler.Emit.Expressions;
using DetectionKit.Compiler.Emit.Predicates;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Text;

namespace DetectionKit.Compiler.Emit.Stages;

/// <summary>Writes the methods that compute over a row and says what they are called.</summary>
internal sealed class RowMethods
{
    private readonly SourceWriter _writer;
    private readonly Identifiers _names;
    private readonly Constants _constants;
    private readonly ItemMethods _items;
    private readonly ExpressionText _expressions;
    private readonly ClauseMethods _clauses;

    /// <summary>No method so far.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="names">The class's member names.</param>
    /// <param name="constants">The class's constants.</param>
    public RowMethods(SourceWriter writer, Identifiers names, Constants constants)
    {
        _writer = writer;
        _names = names;
        _constants = constants;
        _items = new(names);
        _expressions = new(constants, _items);
        _clauses = new(writer, names);
    }

    /// <summary>A method for a search condition.</summary>
    public string Predicate(string words, BoundPredicate predicate) =>
        Write(words, predicate.Accept(new PredicateLowering(_constants, "row")));

    /// <summary>A method for an eval condition.</summary>
    public string Condition(string words, BoundCondition condition) =>
        Write(words, new ConditionLowering(_expressions).IsTrue(condition));

    /// <summary>A method for an eval expression.</summary>
    public string Expression(string words, BoundExpression expression)
    {
        var name = _names.Take(words, "Compute");
        Method(name, expression);
        WriteItems();
        return name;
    }

    private void Method(string name, BoundExpression expression)
    {
        _writer.Line();
        _writer.Line($"private Value {name}({Subject.Row.Parameters})");
        _writer.Open();
        Statements(expression);
        _writer.Close();
    }

    private void Condition(string name, Clause clause) => _clauses.Write($"private bool {name}", clause, Subject.Row);

    private void WriteItems()
    {
        while (_items.TryNext(out var item))
        {
            if (item.Value is { } value)
                Method(item.Name, value);
            else
                Condition(item.Name, new ConditionLowering(_expressions).IsTrue(item.Condition!));
        }
    }

    private string Write(string words, Clause clause)
    {
        var name = _names.Take(words, "Test");
        Condition(name, clause);
        WriteItems();
        return name;
    }

    // Each branch is a statement with its own place in the rule.
    private void Statements(BoundExpression expression)
    {
        switch (expression)
        {
            case IfExpression choice:
                if (!Branch(choice.Condition.Span, choice.Then, _expressions.IsTrue(choice.Condition)))
                    Statements(choice.Otherwise);
                break;
            case CaseExpression choice:
                if (!choice.Branches.Any(branch => Branch(branch.Condition.Span, branch.Value, _expressions.IsTrue(branch.Condition))))
                    _writer.Line(choice.Span, "return Value.Null;");
                break;
            case ValidateExpression choice:
                if (!choice.Branches.Any(branch => Branch(branch.Condition.Span, branch.Value, _expressions.IsTrue(branch.Condition).Not())))
                    _writer.Line(choice.Span, "return Value.Null;");
                break;
            default:
                _writer.Line(expression.Span, $"return {_expressions.Of(expression)};");
                break;
        }
    }

    // Whether the branch is always taken: then nothing may follow it.
    private bool Branch(TextSpan condition, BoundExpression value, Test test)
    {
        var span = TextSpan.FromBounds(condition.Start, Math.Max(condition.End, value.Span.End));
        var always = test == Test.Constant(true);
        _writer.Line(span, always ? $"return {_expressions.Of(value)};" : $"if ({test.Bare}) return {_expressions.Of(value)};");
        return always;
    }
}
