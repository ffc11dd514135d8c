using DetectionKit.Abstractions.Functions;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding;

/// <summary>The values of an outer row in a search that <c>map</c> runs: <c>$field$</c>.</summary>
internal static class OuterValues
{
    /// <summary>Whether such a value stands in a text.</summary>
    public static bool IsIn(string text) => OuterNames.In(text).Any();

    /// <summary>A text with such values in it.</summary>
    public static CallExpression Text(TextSpan span, string template) => Call(span, "$text", template);

    /// <summary>Such a value alone; null where the name is none.</summary>
    public static CallExpression? Value(TextSpan span, string name) =>
        name.Length > 2 && OuterNames.At(name, 0) is { } column && column.Length == name.Length - 2 ? Call(span, "$value", column) : null;

    /// <summary>A condition with such values in it: a subsearch of one row, whose text it is.</summary>
    public static PlanPipeline Condition(TextSpan span, string template) => OfText(span, Call(span, "$condition", template));

    /// <summary>A subsearch whose text stands behind another: <c>field=</c> and what <c>return $field</c> gives.</summary>
    public static PlanPipeline Behind(TextSpan span, PlanPipeline subsearch, string before, string[] columns)
    {
        var text = new CoalesceExpression(span, [.. columns.Select(column => new FieldExpression(span, new FieldSymbol.Column(column)))]);
        var whole = new ArithmeticExpression(span, ArithmeticOperator.Concatenate, new LiteralExpression(span, Abstractions.Values.Value.Of(before)), text);
        return subsearch with
        {
            Stages = [.. subsearch.Stages, new EvalStage(span, [new BoundAssignment(span, "search", whole)]), new TableStage(span, ["search"])],
            Schema = new PlanSchema(["search"], IsOpen: false),
        };
    }

    private static PlanPipeline OfText(TextSpan span, BoundExpression text) => new(
        new NothingSource(span, 1),
        [new EvalStage(span, [new BoundAssignment(span, "search", text)]), new TableStage(span, ["search"])],
        new PlanSchema(["search"], IsOpen: false));

    private static CallExpression Call(TextSpan span, string function, string argument) =>
        new(span, FunctionCatalogue.All[function], [new LiteralExpression(span, Abstractions.Values.Value.Of(argument))]);
}
