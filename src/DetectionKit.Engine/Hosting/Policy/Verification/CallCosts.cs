using System.Reflection;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>What a call to the contract or the framework counts for, in instructions.</summary>
internal static class CallCosts
{
    private const int Ordinary = 100;

    // Makes a text or a list, of a quarter of a million characters or ten thousand items at most.
    private const int Making = 5_000;

    // Reads a regular expression, and may look for a quarter of a second until it gives up.
    private const int Searching = 50_000;

    private static readonly Dictionary<Type, string[]> Makers = new()
    {
        [typeof(Arithmetic)] = [nameof(Arithmetic.Concat)],
        [typeof(MultivalueFunctions)] = [nameof(MultivalueFunctions.Append), nameof(MultivalueFunctions.Join), nameof(MultivalueFunctions.Zip), nameof(MultivalueFunctions.Range), nameof(MultivalueFunctions.Split), nameof(MultivalueFunctions.Commands)],
        [typeof(TextFunctions)] = [nameof(TextFunctions.Replace), nameof(TextFunctions.UrlDecode)],
        [typeof(ConversionFunctions)] = [nameof(ConversionFunctions.Print)],
        [typeof(TextRegex)] = [nameof(TextRegex.Filled)],
        [typeof(Value)] = [nameof(Value.OfMany)],
    };

    /// <summary>What a call of the method counts for.</summary>
    public static int Of(MethodBase method)
    {
        if (IsSearch(method))
            return Searching;
        var type = method.DeclaringType!;
        var isMaker = type == typeof(JsonFunctions) || type == typeof(JsonWritingFunctions) || (Makers.TryGetValue(type, out var names) && names.Contains(method.Name, StringComparer.Ordinal));
        return isMaker ? Making : Ordinary;
    }

    /// <summary>Whether the method makes something that a detector should make once, and counts its own failures over its life.</summary>
    public static bool IsForConstructors(MethodBase method) => method.DeclaringType == typeof(TextRegex) && method.Name is nameof(TextRegex.Of);

    // With a text in the place of an expression.
    private static bool IsSearch(MethodBase method) =>
        (method.DeclaringType == typeof(TextFunctions) && method.Name is nameof(TextFunctions.Match) or nameof(TextFunctions.Replace) && method.GetParameters()[1].ParameterType == typeof(Value))
        || (method.DeclaringType == typeof(MultivalueFunctions) && method.Name is nameof(MultivalueFunctions.Find) && method.GetParameters()[1].ParameterType == typeof(Value));
}
