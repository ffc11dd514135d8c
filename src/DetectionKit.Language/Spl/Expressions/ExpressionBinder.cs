using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Expressions;

/// <summary>
/// Binds eval expressions against the columns of rows. Each node becomes a value or a condition; where the other kind must stand, that is
/// reported. What cannot be bound becomes the absent value, so that the rest is checked too.
/// </summary>
internal sealed class ExpressionBinder : ExpressionSyntaxVisitor<PlanNode>
{
    private readonly PlanBuilder _plan;
    private readonly PlanSchema _schema;

    private ExpressionBinder(PlanBuilder plan, PlanSchema schema)
    {
        _plan = plan;
        _schema = schema;
    }

    /// <summary>Binds an expression that must be a value.</summary>
    public static BoundExpression BindValue(ExpressionSyntax syntax, PlanBuilder plan, PlanSchema schema) =>
        new ExpressionBinder(plan, schema).Value(syntax);

    /// <summary>Binds an expression that must be a condition.</summary>
    public static BoundCondition BindCondition(ExpressionSyntax syntax, PlanBuilder plan) =>
        BindCondition(syntax, plan, plan.Schema);

    /// <summary>Binds a condition over rows of a schema.</summary>
    public static BoundCondition BindCondition(ExpressionSyntax syntax, PlanBuilder plan, PlanSchema schema) =>
        new ExpressionBinder(plan, schema).Condition(syntax);

    /// <summary>Binds the content of <c>count(eval(...))</c>: a condition becomes 1 where it is true, else absent.</summary>
    public static BoundExpression BindAggregated(ExpressionSyntax syntax, PlanBuilder plan) =>
        syntax.Accept(new ExpressionBinder(plan, plan.Schema)) switch
        {
            BoundCondition condition => new IfExpression(condition.Span, condition, Literal(condition.Span, Abstractions.Values.Value.Of(1)), Absent(condition.Span)),
            var node => (BoundExpression)node,
        };

    public override PlanNode VisitFound(FoundExpressionSyntax syntax) => new FieldExpression(syntax.Span, _plan.ValueOf(syntax.Subsearch));

    public override PlanNode VisitText(TextSyntax syntax) => _plan.IsMapped && OuterValues.IsIn(syntax.Text) ? OuterValues.Text(syntax.Span, syntax.Text) : _plan.IsTemplate && Templates.IsOne(syntax.Text)
        ? new FieldExpression(syntax.Span, new FieldSymbol.Column(Templates.OfText(syntax.Text)))
        : Literal(syntax.Span, Abstractions.Values.Value.Of(syntax.Text));

    public override PlanNode VisitNumber(NumberSyntax syntax)
    {
        if (syntax.Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && long.TryParse(syntax.Text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
            return Literal(syntax.Span, Abstractions.Values.Value.Of(hexadecimal));
        if (long.TryParse(syntax.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var integer))
            return Literal(syntax.Span, Abstractions.Values.Value.Of(integer));
        return double.TryParse(syntax.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Literal(syntax.Span, Abstractions.Values.Value.Of(number))
            : Absent(syntax.Span);
    }

    public override PlanNode VisitField(FieldSyntax syntax)
    {
        // A bare `null` names a field that is not there, and so means what null() does.
        if (!_schema.CanHave(syntax.Name) && string.Equals(syntax.Name, "null", StringComparison.OrdinalIgnoreCase))
            return Absent(syntax.Span);
        if (_plan.IsMapped && OuterValues.Value(syntax.Span, syntax.Name) is { } outer)
            return outer;
        return new FieldExpression(syntax.Span, _plan.Column(_schema, new NameSyntax(syntax.Span, syntax.Name)));
    }

    public override PlanNode VisitNegate(NegateSyntax syntax) => new NegateExpression(syntax.Span, Value(syntax.Operand));

    public override PlanNode VisitNot(NotSyntax syntax) => new NotCondition(syntax.Span, Condition(syntax.Operand));

    public override PlanNode VisitArithmetic(ArithmeticSyntax syntax) =>
        DottedField(syntax) ?? new ArithmeticExpression(syntax.Span, syntax.Operator, Value(syntax.Left), Value(syntax.Right));

    public override PlanNode VisitRelation(RelationSyntax syntax) =>
        new ComparisonCondition(syntax.Span, syntax.Operator, Value(syntax.Left), Value(syntax.Right));

    public override PlanNode VisitLogical(LogicalSyntax syntax) =>
        new LogicalCondition(syntax.Span, syntax.Operator, [.. syntax.Operands.Select(Condition)]);

    public override PlanNode VisitIn(InSyntax syntax) => new InCondition(syntax.Span, Value(syntax.Operand), Values(syntax.Choices));

    public override PlanNode VisitCall(CallSyntax syntax) => new CallBinder(_plan, _schema, Value, Condition, AnyValue, Tested).Bind(syntax);

    private static LiteralExpression Literal(TextSpan span, Value value) => new(span, value);

    private static LiteralExpression Absent(TextSpan span) => new(span, Abstractions.Values.Value.Null);

    private ImmutableArray<BoundExpression> Values(ImmutableArray<ExpressionSyntax> syntax) => [.. syntax.Select(Value)];

    private BoundExpression Value(ExpressionSyntax syntax)
    {
        var findings = _plan.Findings;
        if (syntax.Accept(this) is BoundExpression value)
            return value;
        if (findings == _plan.Findings)
            _plan.Report(DiagnosticTable.ValueExpected, syntax.Span);
        return Absent(syntax.Span);
    }

    // A function's argument may be a condition: tostring(a=b).
    private BoundExpression AnyValue(ExpressionSyntax syntax) => syntax.Accept(this) switch
    {
        BoundCondition condition => new TruthExpression(syntax.Span, condition),
        var node => (BoundExpression)node,
    };

    private BoundCondition Condition(ExpressionSyntax syntax)
    {
        var findings = _plan.Findings;
        if (syntax.Accept(this) is BoundCondition condition)
            return condition;
        if (findings == _plan.Findings)
            _plan.Report(DiagnosticTable.ConditionExpected, syntax.Span);
        return new ConstantCondition(syntax.Span, null);
    }

    // Whether a field is there at all is asked: one that no row has is an answer, not a mistake.
    private BoundExpression Tested(ExpressionSyntax syntax)
    {
        if (syntax is not FieldSyntax field)
            return AnyValue(syntax);
        var name = new NameSyntax(field.Span, field.Name);
        _plan.CheckMention(_schema, name);
        return new FieldExpression(field.Span, new FieldSymbol.Column(field.Name));
    }

    // `a.b` joins the fields a and b; where neither can be there and a field `a.b` is, single quotes were forgotten.
    private BoundExpression? DottedField(ArithmeticSyntax syntax)
    {
        if (_schema.IsOpen || syntax is not { Operator: ArithmeticOperator.Concatenate, Left: FieldSyntax left, Right: FieldSyntax right })
            return null;
        var name = $"{left.Name}.{right.Name}";
        if (_schema.Has(left.Name) || _schema.Has(right.Name) || !_schema.Has(name))
            return null;
        _plan.ReportWithFix(DiagnosticTable.UnquotedDot, syntax.Span, $"'{name}'", name);
        return new FieldExpression(syntax.Span, _plan.Column(_schema, new NameSyntax(syntax.Span, name)));
    }
}
