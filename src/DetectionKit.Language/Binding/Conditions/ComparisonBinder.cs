using System.Globalization;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Binding.Conditions;

/// <summary>
/// Binds one comparison of the search language by the field's type. What is compared is text without case: an integer field becomes an integer
/// comparison only where the literal is how that integer is written (<c>53</c>, not <c>053</c> or <c>53.0</c>).
/// </summary>
internal sealed class ComparisonBinder(PlanBuilder plan, NameSyntax name, FieldSymbol field)
{
    /// <summary>Binds <c>field operator value</c>.</summary>
    public BoundPredicate Bind(TextSpan span, ComparisonOperator comparison, NameSyntax value, bool withCase = false)
    {
        if (comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
            return BindOrder(span, comparison, value);
        var negated = comparison == ComparisonOperator.NotEqual;
        var pattern = new TextPattern(value.Text, withCase);
        if (pattern.IsAny)
            return negated ? new ConstantPredicate(span, false) : new ExistsPredicate(span, field);
        if (!pattern.IsExact || withCase)
            return new TextPredicate(span, field, negated, pattern);
        return field.Type switch
        {
            FieldType.Integer => BindInteger(span, negated, value),
            FieldType.Number or FieldType.Time => BindNumber(span, negated, value),
            FieldType.Ip => BindAddress(span, negated, value),
            FieldType.Text or FieldType.MultiText or null => Network(span, negated, value.Text) ?? new TextPredicate(span, field, negated, pattern),
            _ => new TextPredicate(span, field, negated, pattern),
        };
    }

    private BoundPredicate BindInteger(TextSpan span, bool negated, NameSyntax value)
    {
        if (long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && string.Equals(number.ToString(CultureInfo.InvariantCulture), value.Text, StringComparison.Ordinal))
            return new IntegerPredicate(span, field, Sign(negated), number);
        return Never(span, negated, value, "whole numbers");
    }

    private BoundPredicate BindNumber(TextSpan span, bool negated, NameSyntax value)
    {
        if (TryNumber(value.Text, out var number) && string.Equals(Value.Of(number).ToText(), value.Text, StringComparison.Ordinal))
            return new NumberPredicate(span, field, Sign(negated), number);
        return Never(span, negated, value, "numbers");
    }

    private BoundPredicate BindAddress(TextSpan span, bool negated, NameSyntax value)
    {
        if (Network(span, negated, value.Text) is { } network)
            return network;
        return IpAddress.TryParse(value.Text, out var address)
            ? new AddressPredicate(span, field, negated, address)
            : Never(span, negated, value, "addresses");
    }

    private BoundPredicate BindOrder(TextSpan span, ComparisonOperator comparison, NameSyntax value)
    {
        var isNumber = TryNumber(value.Text, out var number);
        switch (field.Type)
        {
            case FieldType.Integer when isNumber && double.IsInteger(number) && Math.Abs(number) < 1L << 53:
                return new IntegerPredicate(span, field, comparison, (long)number);
            case FieldType.Integer or FieldType.Number or FieldType.Time when isNumber:
                return new NumberPredicate(span, field, comparison, number);
            case FieldType.Integer or FieldType.Number or FieldType.Time:
                return Never(span, negated: false, value, "numbers");
            default:
                return new OrderPredicate(span, field, comparison, value.Text, isNumber ? number : null);
        }
    }

    private BoundPredicate? Network(TextSpan span, bool negated, string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || !IpAddress.TryParse(text.AsSpan(0, slash), out var network)
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits)
            || bits > network.Width)
            return null;
        return new NetworkPredicate(span, field, negated, network, bits);
    }

    // `f=v` can never hold; `f!=v` holds wherever the field is there.
    private BoundPredicate Never(TextSpan span, bool negated, NameSyntax value, string holds)
    {
        if (negated)
            return new ExistsPredicate(span, field);
        plan.Report(DiagnosticTable.NeverHolds, span, name.Text, holds, $"`{value.Text}` is not written as one");
        return new ConstantPredicate(span, false);
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    private static ComparisonOperator Sign(bool negated) => negated ? ComparisonOperator.NotEqual : ComparisonOperator.Equal;
}
