using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Comparison and conditional functions that need no laziness (Splunk Search Reference, "Comparison and Conditional functions").</summary>
public static class ConditionalFunctions
{
    /// <summary><c>like(text, pattern)</c></summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern: <c>%</c> any text, <c>_</c> one character.</param>
    [EvalFunction("like")]
    public static bool? Like(Value text, Value pattern) => Eval.Like(text, pattern);

    /// <summary><c>like(text, pattern)</c> with a pattern made beforehand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern.</param>
    public static bool? Like(Value text, LikePattern pattern) => Eval.Like(text, pattern);

    /// <summary><c>cidrmatch(network, address)</c></summary>
    /// <param name="network">The network in CIDR form.</param>
    /// <param name="address">The address.</param>
    [EvalFunction("cidrmatch")]
    public static bool? CidrMatch(Value network, Value address) =>
        network.IsNull ? null : CidrMatch(IpNetwork.Of(network.ToText()), address);

    /// <summary><c>cidrmatch(network, address)</c> with a network made beforehand.</summary>
    /// <param name="network">The network.</param>
    /// <param name="address">The address.</param>
    public static bool? CidrMatch(IpNetwork network, Value address) => address.IsNull ? null : Search.Is(address, network);

    /// <summary><c>nullif(a, b)</c>: absent when both are equal, else the first.</summary>
    /// <param name="a">The first value.</param>
    /// <param name="b">The second value.</param>
    [EvalFunction("nullif")]
    public static Value NullIf(Value a, Value b) => Eval.Equal(a, b) is true ? Value.Null : a;
}
