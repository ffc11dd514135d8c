using System.Collections.Immutable;
using System.Reflection;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding.Functions;

/// <summary>Checks the texts of a rule that are a language of their own: regular expressions and time modifiers.</summary>
internal static class ConstantTexts
{
    /// <summary>Checks the constant arguments of a function whose twin takes them made beforehand: that twin's parameter says what the text is.</summary>
    public static void CheckArguments(PlanBuilder plan, FunctionSymbol function, ImmutableArray<BoundExpression> arguments)
    {
        var offset = function.NeedsRun ? 1 : 0;
        var count = function.Method.GetParameters().Length;
        foreach (var twin in function.Method.DeclaringType!.GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            var parameters = twin.GetParameters();
            if (!string.Equals(twin.Name, function.Method.Name, StringComparison.Ordinal) || parameters.Length != count)
                continue;
            for (var i = offset; i < parameters.Length && i - offset < arguments.Length; i++)
            {
                if (arguments[i - offset] is not LiteralExpression { Value.Kind: ValueKind.Text } literal)
                    continue;
                if (parameters[i].ParameterType == typeof(TextRegex))
                    CheckRegex(plan, literal.Span, literal.Value.ToText());
                else if (parameters[i].ParameterType == typeof(TimeModifier))
                    CheckModifier(plan, literal.Span, literal.Value.ToText());
            }
        }
    }

    /// <summary>Reports a regular expression that cannot be read.</summary>
    public static void CheckRegex(PlanBuilder plan, TextSpan span, string text)
    {
        if (TextRegex.Of(text) is not { Error: { } error } unreadable)
            return;
        var place = QuotedTexts.PlaceOf(plan.TextOf(span), text, unreadable.ErrorOffset);
        plan.Report(DiagnosticTable.BadRegex, place is { } at ? new TextSpan(span.Start + at, 1) : span, error);
    }

    /// <summary>Reports a bound of time that can be read neither as a modifier nor as epoch seconds nor as a date.</summary>
    public static void CheckBound(PlanBuilder plan, TextSpan span, string text)
    {
        if (!TimeBound.Of(text).IsValid)
            plan.Report(DiagnosticTable.BadTimeModifier, span, text);
    }

    private static void CheckModifier(PlanBuilder plan, TextSpan span, string text)
    {
        if (!TimeModifier.Of(text).IsValid)
            plan.Report(DiagnosticTable.BadTimeModifier, span, text);
    }
}
