using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Conditions;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Spl.SearchExpressions;

namespace DetectionKit.Language.Spl.Expressions;

/// <summary>Binds <c>searchmatch("...")</c>: the text is a condition of the search language.</summary>
internal static class SearchMatchBinder
{
    public static BoundCondition Bind(PlanBuilder plan, PlanSchema schema, CallSyntax call)
    {
        if (call.Arguments[0] is not TextSyntax text)
        {
            plan.Report(DiagnosticTable.Expected, call.Arguments[0].Span, "a search in double quotes", $"`{plan.TextOf(call.Arguments[0].Span)}`");
            return new ConstantCondition(call.Span, false);
        }

        // Blanks before the text put it at its own place, so that findings point into the rule.
        var reader = plan.ReaderOf(new string(' ', text.Span.Start + 1) + text.Text);
        return SearchConditionParser.Parse(reader) is { } condition
            ? new SearchCondition(call.Span, PredicateBinder.Bind(condition, plan, new RowScope(plan, schema)).Predicate)
            : new ConstantCondition(call.Span, false);
    }
}
