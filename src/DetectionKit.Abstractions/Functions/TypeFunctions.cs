using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Conversions to a type of JSON (Splunk Search Reference, "Conversion functions"). What cannot be converted gives the absent value.</summary>
public static class TypeFunctions
{
    /// <summary><c>toint(x, base)</c>: the number without its decimal places.</summary>
    /// <param name="x">The number, or text that spells one.</param>
    /// <param name="radix">The base of the text; 10 where none is given.</param>
    [EvalFunction("toint")]
    public static Value ToInt(Value x, Value radix = default)
    {
        if (x.Kind == ValueKind.Multi)
            return Value.OfMany(x.Items.Select(item => ToInt(item, radix)));
        return ConversionFunctions.ToNumber(x, radix).TryGetNumber(out var number) ? MathFunctions.Normal(Math.Truncate(number)) : Value.Null;
    }

    /// <summary><c>todouble(x, base)</c>: the number.</summary>
    /// <param name="x">The number, or text that spells one.</param>
    /// <param name="radix">The base of the text; 10 where none is given.</param>
    [EvalFunction("todouble")]
    public static Value ToDouble(Value x, Value radix = default) => ConversionFunctions.ToNumber(x, radix);

    /// <summary><c>tobool(x)</c>: <c>true</c>, <c>t</c>, <c>yes</c>, <c>y</c>, <c>on</c> and numbers other than 0 hold; their opposites do not.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("tobool")]
    public static bool? ToBool(Value x) => x.ToText().ToLowerInvariant() switch
    {
        "true" or "t" or "yes" or "y" or "on" => true,
        "false" or "f" or "no" or "n" or "off" => false,
        _ => x.TryGetNumber(out var number) ? number != 0 : null,
    };

    /// <summary><c>toarray(x)</c>: an array as it is; values as the items of one.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("toarray")]
    public static Value ToArray(Value x)
    {
        if (x.IsNull)
            return Value.Null;
        return JsonText.TryRead(x, out var root) && root is JsonArray ? Value.Of(JsonText.Of(root)) : Value.Of(JsonText.Of(new JsonArray([.. x.Items.Select(JsonText.ToNode)])));
    }

    /// <summary><c>toobject(x)</c>: an object of JSON, written without blanks.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("toobject")]
    public static Value ToObject(Value x) => JsonText.TryRead(x, out var root) && root is JsonObject ? Value.Of(JsonText.Of(root)) : Value.Null;

    /// <summary><c>tomv(x)</c>: the items of an array as several values; else the value itself.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("tomv")]
    public static Value ToMultivalue(Value x) => JsonText.TryRead(x, out var root) && root is JsonArray list ? Value.OfMany(list.Select(JsonText.ToValue)) : x;
}
