using System.Numerics;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>
/// Walks eval expressions. A condition is 1 (true), 0 (not known) or -1 (false), so that AND is the least, OR the greatest and NOT the sign;
/// arithmetic is of its own. Functions are called as they are: they have tables of their own.
/// </summary>
/// <param name="row">The row.</param>
/// <param name="run">The run.</param>
internal sealed class ReferenceExpressions(Row row, RunContext run) : ExpressionVisitor<object?>
{
    private delegate Value Open(params ReadOnlySpan<Value> values);

    public Value Of(BoundExpression expression) => (Value)expression.Accept(this)!;

    public int Known(BoundCondition condition) => (int)condition.Accept(this)!;

    public override object? VisitLiteral(LiteralExpression expression) => expression.Value;

    public override object? VisitField(FieldExpression expression) => row.Columns.FirstOrDefault(column => string.Equals(column.Key, expression.Field.Name, StringComparison.Ordinal)).Value;

    public override object? VisitArithmetic(ArithmeticExpression expression)
    {
        var (a, b) = (Of(expression.Left), Of(expression.Right));
        if (a.Count != 1 || b.Count != 1)
            return Value.Null;
        if (expression.Operator == ArithmeticOperator.Concatenate)
            return Value.Of(a.ToText() + b.ToText());
        if (Number(a) is not { } left || Number(b) is not { } right)
            return expression.Operator == ArithmeticOperator.Add && a.Kind == ValueKind.Text && b.Kind == ValueKind.Text ? Value.Of(a.ToText() + b.ToText()) : Value.Null;
        return expression.Operator switch
        {
            ArithmeticOperator.Add => Result(left, right, (x, y) => x + y, (x, y) => x + y),
            ArithmeticOperator.Subtract => Result(left, right, (x, y) => x - y, (x, y) => x - y),
            ArithmeticOperator.Multiply => Result(left, right, (x, y) => x * y, (x, y) => x * y),
            ArithmeticOperator.Divide => right == 0 ? Value.Null : Result(left, right, (x, y) => x % y == 0 ? x / y : null, (x, y) => x / y),
            ArithmeticOperator.Modulo => right == 0 ? Value.Null : Result(left, right, (x, y) => x % y, (x, y) => x % y),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };
    }

    public override object? VisitNegate(NegateExpression expression) => Number(Of(expression.Operand)) is { } number ? Result(0, number, (x, y) => x - y, (x, y) => x - y) : Value.Null;

    public override object? VisitCall(CallExpression expression) => Call(expression.Function.Method, expression.Arguments);

    public override object? VisitIf(IfExpression expression) => Of(Known(expression.Condition) > 0 ? expression.Then : expression.Otherwise);

    public override object? VisitCase(CaseExpression expression)
    {
        foreach (var branch in expression.Branches)
        {
            if (Known(branch.Condition) > 0)
                return Of(branch.Value);
        }

        return Value.Null;
    }

    public override object? VisitValidate(ValidateExpression expression)
    {
        foreach (var branch in expression.Branches)
        {
            if (Known(branch.Condition) <= 0)
                return Of(branch.Value);
        }

        return Value.Null;
    }

    public override object? VisitCoalesce(CoalesceExpression expression) => expression.Operands.Select(Of).FirstOrDefault(value => !value.IsNull);

    public override object? VisitTruth(TruthExpression expression) => Known(expression.Condition) switch { > 0 => Value.Of("True"), < 0 => Value.Of("False"), _ => Value.Null };

    public override object? VisitMapItems(MapItemsExpression expression) => Value.OfMany(Items(expression.Column, Of(expression.Items)).Select(one => one.Of(expression.Body)));

    public override object? VisitFilterItems(FilterItemsExpression expression) =>
        Value.OfMany(Items(expression.Column, row[expression.Column]).Where(one => one.Known(expression.Condition) > 0).Select(one => one.Row[expression.Column]));

    public override object? VisitSearch(SearchCondition condition) => Sign(condition.Predicate.Accept(
        new ReferencePredicates(field => Texts(row[field.Name]), [.. row.Columns.SelectMany(column => Texts(column.Value))])));

    public override object? VisitConstant(ConstantCondition condition) => condition.Value is { } known ? Sign(known) : 0;

    public override object? VisitComparison(ComparisonCondition condition) => Compare(condition.Operator, Of(condition.Left), Of(condition.Right));

    public override object? VisitIn(InCondition condition)
    {
        var operand = Of(condition.Operand);
        return operand.IsNull ? 0 : Sign(condition.Choices.Any(choice => Compare(ComparisonOperator.Equal, operand, Of(choice)) > 0));
    }

    public override object? VisitLogical(LogicalCondition condition)
    {
        var operands = condition.Operands.Select(Known).ToArray();
        return condition.Operator switch
        {
            LogicalOperator.And => operands.Min(),
            LogicalOperator.Or => operands.Max(),
            LogicalOperator.Xor => operands.Contains(0) ? 0 : Sign(operands.Count(operand => operand > 0) % 2 == 1),
            _ => throw new ArgumentOutOfRangeException(nameof(condition)),
        };
    }

    public override object? VisitNot(NotCondition condition) => -Known(condition.Operand);

    public override object? VisitPredicateCall(PredicateCallCondition condition) => Call(condition.Function.Method, condition.Arguments) is bool known ? Sign(known) : 0;

    private Row Row => row;

    private static string[] Texts(Value value) => [.. value.Items.Select(item => item.ToText())];

    private IEnumerable<ReferenceExpressions> Items(string column, Value items) => items.Items.Select(item =>
    {
        var copy = row.Copy();
        copy[column] = item;
        return new ReferenceExpressions(copy, run);
    });

    private static int Sign(bool value) => value ? 1 : -1;

    private static int Compare(ComparisonOperator comparison, Value a, Value b)
    {
        if (a.IsNull || b.IsNull)
            return 0;
        return Sign(a.Items.SelectMany(left => b.Items, Order).Any(order => comparison switch
        {
            ComparisonOperator.Equal => order == 0,
            ComparisonOperator.NotEqual => order != 0,
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            ComparisonOperator.GreaterOrEqual => order >= 0,
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        }));
    }

    private static int Order(Value a, Value b) =>
        Number(a) is { } left && Number(b) is { } right ? left.CompareTo(right) : string.CompareOrdinal(a.ToText(), b.ToText());

    private static decimal? Number(Value value) => value.Count == 1 ? ReferenceNumbers.Read(value.ToText()) : null;

    // Whole numbers are computed exactly, all others as a double does it; a zero has no sign.
    private static Value Result(decimal a, decimal b, Func<BigInteger, BigInteger, BigInteger?> whole, Func<double, double, double> real)
    {
        if (decimal.IsInteger(a) && decimal.IsInteger(b) && whole((BigInteger)a, (BigInteger)b) is { } exact)
            return exact >= long.MinValue && exact <= long.MaxValue ? Value.Of((long)exact) : Value.Of((double)exact);
        var result = real((double)a, (double)b);
        return result == 0 ? Value.Of(0) : Value.Of(result);
    }

    private object? Call(System.Reflection.MethodInfo method, IEnumerable<BoundExpression> arguments)
    {
        var values = arguments.Select(Of).ToList();
        var parameters = method.GetParameters();
        if (parameters is [{ ParameterType.IsByRefLike: true }])
            return method.CreateDelegate<Open>()([.. values]);
        var all = new List<object?>();
        if (parameters.Length > 0 && parameters[0].ParameterType == typeof(RunContext))
            all.Add(run);
        all.AddRange(values.Cast<object?>());
        while (all.Count < parameters.Length)
            all.Add(Value.Null);
        return method.Invoke(null, [.. all]);
    }
}
