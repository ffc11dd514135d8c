using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;

namespace DetectionKit.Language.Spl.Expressions;

/// <summary>Binds calls: the special forms, which do not compute all their arguments, and the functions of the catalogue.</summary>
/// <param name="plan">The plan so far.</param>
/// <param name="schema">The columns that rows have.</param>
/// <param name="value">Binds an argument that must be a value.</param>
/// <param name="condition">Binds an argument that must be a condition.</param>
/// <param name="any">Binds an argument that may be either.</param>
/// <param name="tested">Binds an argument that may be a field that is not there.</param>
internal sealed class CallBinder(
    PlanBuilder plan, PlanSchema schema, Func<ExpressionSyntax, BoundExpression> value, Func<ExpressionSyntax, BoundCondition> condition, Func<ExpressionSyntax, BoundExpression> any,
    Func<ExpressionSyntax, BoundExpression> tested)
{
    public PlanNode Bind(CallSyntax call)
    {
        var arguments = call.Arguments;
        switch (call.Function.Text.ToLowerInvariant())
        {
            case "true" when Takes(call, 0, 0):
                return new ConstantCondition(call.Span, true);
            case "false" when Takes(call, 0, 0):
                return new ConstantCondition(call.Span, false);
            case "null" when Takes(call, 0, 0):
                return Absent(call);
            case "if" when Takes(call, 3, 3):
                return new IfExpression(call.Span, condition(arguments[0]), value(arguments[1]), value(arguments[2]));
            case "coalesce" when Takes(call, 1, null):
                return new CoalesceExpression(call.Span, [.. arguments.Select(argument => argument is FieldSyntax ? tested(argument) : value(argument))]);
            case "in" when Takes(call, 2, null):
                return new InCondition(call.Span, value(arguments[0]), [.. arguments.Skip(1).Select(value)]);
            case "case" when TakesPairs(call):
                return new CaseExpression(call.Span, Branches(call));
            case "validate" when TakesPairs(call):
                return new ValidateExpression(call.Span, Branches(call));
            case "mvmap" when Takes(call, 2, 2):
                return ItemBinder.Map(plan, call, value(arguments[0]), value(arguments[1]));
            case "mvfilter" when Takes(call, 1, 1):
                return ItemBinder.Filter(plan, call, condition(arguments[0]));
            case "searchmatch" when Takes(call, 1, 1):
                return SearchMatchBinder.Bind(plan, schema, call);
            case "sigfig" when Takes(call, 1, 1):
                return new SignificanceBinder(value).Bind(call);
            case "lookup" when Takes(call, 3, 3):
                return new LookupCallBinder(plan, value).Bind(call);
            case "typeof" when Takes(call, 1, 1):
                return TypeOf(call, tested(arguments[0]));
            case "isbool" when Takes(call, 1, 1):
                return new ConstantCondition(call.Span, any(arguments[0]) is TruthExpression);
            default:
                return KnownFunctions.SpecialForms.Contains(call.Function.Text) ? Absent(call) : BindFunction(call);
        }
    }

    private PlanNode BindFunction(CallSyntax call)
    {
        if (!FunctionCatalogue.All.TryGetValue(call.Function.Text, out var function))
        {
            ReportUnknown(call);
            foreach (var argument in call.Arguments)
                any(argument);
            return Absent(call);
        }

        var fits = Takes(call, function.MinArguments, function.MaxArguments);
        var asksPresence = function.Name is "isnull" or "isnotnull";
        var arguments = call.Arguments.Select(asksPresence ? tested : any).ToImmutableArray();
        if (!fits)
            return function.IsPredicate ? new ConstantCondition(call.Span, null) : Absent(call);
        if (function.Name is "json_object" or "json_array" or "json_set" or "json_set_exact" or "json_append" or "json_extend")
            arguments = [.. arguments.Select(argument => argument is TruthExpression ? new CallExpression(argument.Span, FunctionCatalogue.All["json truth"], [argument]) : argument)];
        ConstantTexts.CheckArguments(plan, function, arguments);
        return function.IsPredicate
            ? new PredicateCallCondition(call.Span, function, arguments)
            : new CallExpression(call.Span, function, arguments);
    }

    private void ReportUnknown(CallSyntax call)
    {
        var name = call.Function.Text;
        if (KnownFunctions.All.Contains(name))
        {
            plan.Report(DiagnosticTable.UnsupportedFunction, call.Function.Span, name);
            return;
        }

        var near = Suggestion.For(name, FunctionCatalogue.All.Keys.Concat(KnownFunctions.SpecialForms));
        plan.ReportWithFix(DiagnosticTable.UnknownFunction, call.Function.Span, near, name, Suggestion.Tail(near));
    }

    private ImmutableArray<CaseBranch> Branches(CallSyntax call) =>
        [.. call.Arguments.Chunk(2).Select(pair => new CaseBranch(condition(pair[0]), value(pair[1])))];

    private bool TakesPairs(CallSyntax call)
    {
        if (call.Arguments.Length > 0 && call.Arguments.Length % 2 == 0)
            return true;
        plan.Report(DiagnosticTable.WrongArguments, call.Span, call.Function.Text, "pairs of a condition and a value", call.Arguments.Length);
        return false;
    }

    private bool Takes(CallSyntax call, int least, int? most)
    {
        var count = call.Arguments.Length;
        if (count >= least && (most is null || count <= most))
            return true;
        var takes = most switch
        {
            null => $"{least} or more arguments",
            var limit when limit == least => least switch { 0 => "no argument", 1 => "1 argument", _ => $"{least} arguments" },
            var limit => $"{least} to {limit} arguments",
        };
        plan.Report(DiagnosticTable.WrongArguments, call.Span, call.Function.Text, takes, count);
        return false;
    }

    // What kind a constant or a condition is, is known before the run; text of a rule is no number even where it spells one.
    private static BoundExpression TypeOf(CallSyntax call, BoundExpression argument) => argument switch
    {
        TruthExpression => new LiteralExpression(call.Span, Value.Of("Boolean")),
        LiteralExpression { Value.Kind: ValueKind.Null } when call.Arguments[0] is CallSyntax => new LiteralExpression(call.Span, Value.Of("Null")),
        LiteralExpression { Value.Kind: ValueKind.Text } => new LiteralExpression(call.Span, Value.Of("String")),
        _ => new CallExpression(call.Span, FunctionCatalogue.All["typeof"], [argument]),
    };

    private static LiteralExpression Absent(CallSyntax call) => new(call.Span, Value.Null);
}
