namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Splunk Search Reference: Comparison and Conditional functions.</summary>
public sealed class ConditionalFunctionTests
{
    [TestCase("like", new object?[] { "abc", "a%" }, "true")]
    [TestCase("like", new object?[] { "xabc", "a%" }, "false")]
    [TestCase("like", new object?[] { null, "a%" }, null)]
    [TestCase("like", new object?[] { "a", null }, null)]
    public void Like_is_a_whole_match(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("cidrmatch", new object?[] { "10.0.0.0/25", "10.0.0.5" }, "true")]
    [TestCase("cidrmatch", new object?[] { "10.0.0.0/25", "10.0.0.200" }, "false")]
    [TestCase("cidrmatch", new object?[] { "2001:db8::/32", "2001:db8::1" }, "true")]
    [TestCase("cidrmatch", new object?[] { "10.0.0.0/25", null }, null)]
    public void Cidrmatch_takes_the_network_first(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("nullif", new object?[] { "a", "a" }, null)]
    [TestCase("nullif", new object?[] { "a", "b" }, "a")]
    [TestCase("nullif", new object?[] { "a", null }, "a")]
    public void Nullif_is_absent_when_both_are_equal(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));
}
