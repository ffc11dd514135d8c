using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Compiler.Emit.Code;

/// <summary>Constants as C# writes them. Whatever a rule holds stays inside its literal.</summary>
internal static class Literals
{
    /// <summary>A quoted text: letters, digits and plain ASCII as they are, everything else escaped.</summary>
    public static string Of(string text)
    {
        var code = new StringBuilder(text.Length + 2).Append('"');
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '"' or '\\' => code.Append('\\').Append(unit),
                '\n' => code.Append("\\n"),
                '\r' => code.Append("\\r"),
                '\t' => code.Append("\\t"),
                >= ' ' and <= '~' => code.Append(unit),
                _ when char.IsLetterOrDigit(unit) => code.Append(unit),
                _ => code.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}"),
            };
        }

        return code.Append('"').ToString();
    }

    /// <summary>A quoted text, or <c>null</c>.</summary>
    public static string OrNull(string? text) => text is null ? "null" : Of(text);

    /// <summary>A whole number.</summary>
    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A floating-point number, told from a whole one by its point or exponent.</summary>
    public static string Of(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny(".E") ? text : text + ".0";
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>A list of texts as a collection expression.</summary>
    public static string Of(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Of))}]";

    /// <summary>A value.</summary>
    public static string Of(Value value) => value.Kind switch
    {
        ValueKind.Null => "Value.Null",
        ValueKind.Integer => $"Value.Of({Of(value.TryGetInteger(out var whole) ? whole : 0)})",
        ValueKind.Number => $"Value.Of({Of(value.TryGetNumber(out var number) ? number : 0)})",
        ValueKind.Text => $"Value.Of({Of(value.ToText())})",
        ValueKind.Multi => $"Value.OfMany(new Value[] {{ {string.Join(", ", value.Items.Select(Of))} }})",
        _ => "Value.Null",
    };

    /// <summary>A text for a comment: on one line.</summary>
    public static string Comment(string text) =>
        string.Concat(text.Select(unit => char.IsControl(unit) || unit is '\u2028' or '\u2029' ? ' ' : unit));
}
