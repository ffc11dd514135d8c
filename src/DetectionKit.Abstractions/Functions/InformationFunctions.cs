using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>What a value is (Splunk Search Reference, "Informational functions").</summary>
public static class InformationFunctions
{
    /// <summary><c>isnull(x)</c></summary>
    /// <param name="x">The value.</param>
    [EvalFunction("isnull")]
    public static bool? IsNull(Value x) => x.IsNull;

    /// <summary><c>isnotnull(x)</c></summary>
    /// <param name="x">The value.</param>
    [EvalFunction("isnotnull")]
    public static bool? IsNotNull(Value x) => !x.IsNull;

    /// <summary><c>isnum(x)</c>: whether it is or spells a number.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("isnum")]
    public static bool? IsNum(Value x) => !Numbers.Read(x).IsNull;

    /// <summary><c>isint(x)</c>: whether it is or spells a whole number.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("isint")]
    public static bool? IsInt(Value x) => Numbers.Read(x) is { IsNull: false } number && number.TryGetInteger(out _);

    /// <summary><c>isstr(x)</c>: whether it is there and no number.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("isstr")]
    public static bool? IsStr(Value x) => !x.IsNull && Numbers.Read(x).IsNull;

    /// <summary><c>isdouble(x)</c>: whether it is or spells a number that is no whole one.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("isdouble")]
    public static bool? IsDouble(Value x) => Numbers.Read(x) is { IsNull: false } number && !number.TryGetInteger(out _);

    /// <summary><c>ismv(x)</c>: whether there are several values.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("ismv")]
    public static bool? IsMultivalue(Value x) => x.Count > 1;

    /// <summary><c>isarray(x)</c>: whether it is an array of JSON.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("isarray")]
    public static bool? IsArray(Value x) => JsonText.TryRead(x, out var root) && root is JsonArray;

    /// <summary><c>isobject(x)</c>: whether it is an object of JSON.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("isobject")]
    public static bool? IsObject(Value x) => JsonText.TryRead(x, out var root) && root is JsonObject;

    /// <summary><c>typeof(x)</c>: <c>Number</c>, <c>String</c>, or <c>Invalid</c> for what is not there.</summary>
    /// <param name="x">The value.</param>
    [EvalFunction("typeof")]
    public static Value TypeOf(Value x) => Value.Of(x.IsNull ? "Invalid" : Numbers.Read(x).IsNull ? "String" : "Number");
}
