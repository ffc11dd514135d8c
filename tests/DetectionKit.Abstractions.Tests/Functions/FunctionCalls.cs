using System.Reflection;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Calls eval functions by the names that rules use.</summary>
internal static class FunctionCalls
{
    // Sunday 2023-01-08 15:04:05.5 UTC.
    public static readonly RunContext Run = new(Timestamp.FromSeconds(1673190245.5), TimeZoneInfo.Utc);

    private static readonly Dictionary<string, MethodInfo> Functions = typeof(EvalFunctionAttribute).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(method => method.IsDefined(typeof(EvalFunctionAttribute)))
        .ToDictionary(method => method.GetCustomAttribute<EvalFunctionAttribute>()!.Name, StringComparer.Ordinal);

    private delegate Value Open(params ReadOnlySpan<Value> values);

    /// <summary>The names of all functions.</summary>
    public static IEnumerable<string> Names => Functions.Keys.Order(StringComparer.Ordinal);

    /// <summary>What the function gives, as text; null: absent. A list is an array, separated by "|" in the answer.</summary>
    public static string? Call(string name, params object?[] arguments) => Of(name, [.. arguments.Select(Of)]);

    /// <summary>As <see cref="Call"/>. Arguments that are missing are absent, those beyond its parameters are left out.</summary>
    public static string? Of(string name, Value[] values)
    {
        var method = Functions[name];
        if (method.GetParameters() is [{ ParameterType.IsByRefLike: true }])
            return Text(method.CreateDelegate<Open>()(values));
        var parameters = method.GetParameters();
        var offset = parameters.Length > 0 && parameters[0].ParameterType == typeof(RunContext) ? 1 : 0;
        var all = parameters.Select((_, i) => i < offset ? (object)Run : i - offset < values.Length ? values[i - offset] : Value.Null).ToArray();
        return method.Invoke(null, all) switch
        {
            Value value => Text(value),
            bool known => known ? "true" : "false",
            _ => null,
        };
    }

    private static string? Text(Value value) => value.IsNull ? null : string.Join('|', value.Items.Select(item => item.ToText()));

    private static Value Of(object? value) => value switch
    {
        int number => Value.Of(number),
        long number => Value.Of(number),
        double number => Value.Of(number),
        string text when text.StartsWith("mv:", StringComparison.Ordinal) => Value.OfMany(text[3..].Split('|').Select(Value.Of)),
        string text => Value.Of(text),
        _ => Value.Null,
    };
}
