using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates;

/// <summary>What the smallest and the largest value are given as, whatever the order of events.</summary>
internal static class Pick
{
    /// <summary>Of two values that are written the same, the whole number before the real one before the text.</summary>
    public static Value SmallerKind(Value a, Value b) => b.Kind < a.Kind ? b : a;

    /// <summary>What was compared as a number is one, written as it was.</summary>
    public static Value AsCompared(Value value) => value.Kind == ValueKind.Text && !MathFunctions.Exact(value).IsNull ? Value.OfWritten(value.ToText()) : value;
}
