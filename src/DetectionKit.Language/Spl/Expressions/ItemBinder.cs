using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Expressions;

namespace DetectionKit.Language.Spl.Expressions;

/// <summary>Binds the functions that look at each item of a multivalue.</summary>
internal static class ItemBinder
{
    /// <summary><c>mvmap(items, expression)</c>: inside the expression the name of the field that the items come from, the first in the argument, stands for the item.</summary>
    public static BoundExpression Map(PlanBuilder plan, CallSyntax call, BoundExpression source, BoundExpression body)
    {
        if (ColumnReads.Of(source).FirstOrDefault() is { } column)
            return new MapItemsExpression(call.Span, column, source, body);
        plan.Report(DiagnosticTable.Expected, source.Span, "a field, whose name the second argument gives to each value", $"`{plan.TextOf(source.Span)}`");
        return source;
    }

    /// <summary><c>mvfilter(condition)</c>: the condition reads one field alone.</summary>
    public static BoundExpression Filter(PlanBuilder plan, CallSyntax call, BoundCondition condition)
    {
        string[] read = [.. ColumnReads.Of(condition).Distinct(StringComparer.Ordinal)];
        if (read.Length == 1)
            return new FilterItemsExpression(call.Span, read[0], condition);
        plan.Report(DiagnosticTable.WrongArguments, call.Arguments[0].Span, "mvfilter", "a condition on one field", read.Length == 0 ? "on none" : $"on {read.Length}: {string.Join(", ", read.Select(name => $"`{name}`"))}");
        return new LiteralExpression(call.Span, Abstractions.Values.Value.Null);
    }
}
