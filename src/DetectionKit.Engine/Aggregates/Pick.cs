using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Chooses between values of one text, so that a result does not depend on the order of events.</summary>
internal static class Pick
{
    /// <summary>Of two values that are written the same, the whole number before the real one before the text.</summary>
    public static Value SmallerKind(Value a, Value b) => b.Kind < a.Kind ? b : a;
}
