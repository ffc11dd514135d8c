using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Lookup;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Expressions;

/// <summary>
/// Binds <c>lookup("table", json_object("column", value, ...), json_array("output", ...))</c>, which gives the outputs as an object of JSON: a lookup
/// put before the command, into columns that only it sees. Manual: Comparison and Conditional functions, lookup.
/// </summary>
/// <param name="plan">The plan so far.</param>
/// <param name="value">Binds an argument.</param>
internal sealed class LookupCallBinder(PlanBuilder plan, Func<ExpressionSyntax, BoundExpression> value)
{
    /// <summary>The call as an expression.</summary>
    public BoundExpression Bind(CallSyntax call)
    {
        if (plan.IsTemplate)
            plan.Report(DiagnosticTable.UnsupportedOption, call.Span, "`lookup()` inside `foreach`");
        if (call.Arguments[0] is not TextSyntax table)
            return Refuse(call, call.Arguments[0], "a lookup's name in double quotes");
        if (Arguments(call.Arguments[1], "json_object") is not { } inputs || inputs.Length % 2 != 0 || inputs.Where((_, i) => i % 2 == 0).Any(key => key is not TextSyntax))
            return Refuse(call, call.Arguments[1], "`json_object(\"column\", value, ...)`");
        if (Arguments(call.Arguments[2], "json_array") is not { } outputs || outputs.Any(output => output is not TextSyntax))
            return Refuse(call, call.Arguments[2], "`json_array(\"output\", ...)`");

        var columns = LookupBinder.Find(plan, new NameSyntax(table.Span, table.Text));
        foreach (var name in outputs.Concat(inputs.Where((_, i) => i % 2 == 0)).OfType<TextSyntax>())
            LookupBinder.CheckColumn(plan, new NameSyntax(table.Span, table.Text), columns, new NameSyntax(name.Span, name.Text));

        ImmutableArray<LookupField> matched = [.. inputs.Chunk(2).Select(pair => new LookupField(((TextSyntax)pair[0]).Text, Computed(pair[1])))];
        ImmutableArray<LookupField> found = [.. outputs.Cast<TextSyntax>().Select(output => new LookupField(output.Text, Computed(null)))];
        plan.Ahead(_ => new LookupStage(call.Span, new LookupSpec(table.Text, matched, found, KeepExisting: false), plan.Lookups.ByTime.Contains(table.Text)));
        return Found(call, found);
    }

    // A column of its own: of a value, or of what the lookup will find.
    private string Computed(ExpressionSyntax? syntax)
    {
        var bound = syntax is null ? new LiteralExpression(default, Value.Null) : value(syntax);
        return plan.Ahead(column => new EvalStage(bound.Span, [new BoundAssignment(bound.Span, column, bound)])).Name;
    }

    // Nothing where nothing was found.
    private static IfExpression Found(CallSyntax call, ImmutableArray<LookupField> outputs)
    {
        BoundExpression[] cells = [.. outputs.Select(output => new FieldExpression(call.Span, new FieldSymbol.Column(output.RowColumn)))];
        var isThere = FunctionCatalogue.All["isnotnull"];
        return new IfExpression(
            call.Span,
            new PredicateCallCondition(call.Span, isThere, [new CoalesceExpression(call.Span, [.. cells])]),
            new CallExpression(call.Span, FunctionCatalogue.All["json_object"], [.. outputs.Zip(cells).SelectMany(pair => new[] { new LiteralExpression(call.Span, Value.Of(pair.First.TableColumn)), pair.Second })]),
            new LiteralExpression(call.Span, Value.Null));
    }

    private static ImmutableArray<ExpressionSyntax>? Arguments(ExpressionSyntax syntax, string function) =>
        syntax is CallSyntax call && string.Equals(call.Function.Text, function, StringComparison.OrdinalIgnoreCase) ? call.Arguments : null;

    private LiteralExpression Refuse(CallSyntax call, ExpressionSyntax argument, string expected)
    {
        plan.Report(DiagnosticTable.Expected, argument.Span, expected, $"`{plan.TextOf(argument.Span)}`");
        return new LiteralExpression(call.Span, Value.Null);
    }
}
