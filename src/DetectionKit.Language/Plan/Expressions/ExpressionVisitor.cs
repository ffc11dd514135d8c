namespace DetectionKit.Language.Plan.Expressions;

/// <summary>One method for each kind of expression and condition, so that a new one breaks the build wherever it must be thought of.</summary>
/// <typeparam name="T">What they give.</typeparam>
public abstract class ExpressionVisitor<T>
{
    /// <summary>A constant: text, a number, or the absent value.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitLiteral(LiteralExpression expression);

    /// <summary>What a field holds; absent when it is not there.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitField(FieldExpression expression);

    /// <summary>Two values computed into one; absent where a side is absent or does not suit.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitArithmetic(ArithmeticExpression expression);

    /// <summary>The number with the other sign.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitNegate(NegateExpression expression);

    /// <summary>A function that gives a value.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitCall(CallExpression expression);

    /// <summary><c>if(condition, a, b)</c>: only one side is computed; an unknown condition takes the second.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitIf(IfExpression expression);

    /// <summary><c>case(condition, value, ...)</c>: the value of the first condition that is true; absent when none is.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitCase(CaseExpression expression);

    /// <summary><c>coalesce(a, b, ...)</c>: the first value that is not absent.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitCoalesce(CoalesceExpression expression);

    /// <summary><c>validate(condition, value, ...)</c>: the value of the first condition that is not true; absent when all are.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitValidate(ValidateExpression expression);

    /// <summary>A condition as a function's argument: the text <c>True</c> or <c>False</c>; absent when not known.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitTruth(TruthExpression expression);

    /// <summary><c>mvmap(column, body)</c>: the body computed for each item.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitMapItems(MapItemsExpression expression);

    /// <summary><c>mvfilter(condition)</c>: the items for which the condition holds.</summary>
    /// <param name="expression">The expression.</param>
    public abstract T VisitFilterItems(FilterItemsExpression expression);

    /// <summary><c>true()</c>, <c>false()</c>, or never known.</summary>
    /// <param name="condition">The condition.</param>
    public abstract T VisitConstant(ConstantCondition condition);

    /// <summary>Two values compared: as numbers where both are, else as text with case; not known where a side is absent.</summary>
    /// <param name="condition">The condition.</param>
    public abstract T VisitComparison(ComparisonCondition condition);

    /// <summary><c>value IN (a, b, ...)</c> and <c>in(value, a, b, ...)</c>: it equals one of them.</summary>
    /// <param name="condition">The condition.</param>
    public abstract T VisitIn(InCondition condition);

    /// <summary>Conditions joined, in three-valued logic.</summary>
    /// <param name="condition">The condition.</param>
    public abstract T VisitLogical(LogicalCondition condition);

    /// <summary>It is not true; not known stays not known.</summary>
    /// <param name="condition">The condition.</param>
    public abstract T VisitNot(NotCondition condition);

    /// <summary>A function that gives <c>bool?</c>.</summary>
    /// <param name="condition">The condition.</param>
    public abstract T VisitPredicateCall(PredicateCallCondition condition);

    /// <summary><c>searchmatch("...")</c>: a condition of the search language.</summary>
    /// <param name="condition">The condition.</param>
    public abstract T VisitSearch(SearchCondition condition);
}
