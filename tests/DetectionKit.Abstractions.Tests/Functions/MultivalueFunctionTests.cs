namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Splunk Search Reference: Multivalue eval functions.</summary>
public sealed class MultivalueFunctionTests
{
    [TestCase("mvcount", new object?[] { "mv:a|b" }, "2")]
    [TestCase("mvcount", new object?[] { "a" }, "1")]
    [TestCase("mvcount", new object?[] { null }, null)]
    public void Mvcount_counts_values(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("mvindex", new object?[] { "mv:a|b|c", 1 }, "b")]
    [TestCase("mvindex", new object?[] { "mv:a|b|c", -1 }, "c")]
    [TestCase("mvindex", new object?[] { "mv:a|b|c", 0, 1 }, "a|b")]
    [TestCase("mvindex", new object?[] { "mv:a|b|c", -2, -1 }, "b|c")]
    [TestCase("mvindex", new object?[] { "mv:a|b|c", 5 }, null)]
    [TestCase("mvindex", new object?[] { "mv:a|b|c", 1, 9 }, "b|c")]
    [TestCase("mvindex", new object?[] { "mv:a|b", 1, 0 }, null)]
    public void Mvindex_counts_from_zero_and_from_the_end(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("mvdedup", new object?[] { "mv:b|a|b" }, "b|a")]
    [TestCase("mvsort", new object?[] { "mv:b|B|a|10|9" }, "10|9|B|a|b")]
    [TestCase("mvappend", new object?[] { "a", null, "mv:b|c" }, "a|b|c")]
    public void Mvdedup_mvsort_and_mvappend_keep_order(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("mvjoin", new object?[] { "mv:a|b", ", " }, "a, b")]
    [TestCase("split", new object?[] { "a;b;;c", ";" }, "a|b||c")]
    [TestCase("split", new object?[] { "abc", "" }, "a|b|c")]
    [TestCase("split", new object?[] { null, ";" }, null)]
    public void Mvjoin_and_split_are_each_others_opposite(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("mvzip", new object?[] { "mv:a|b|c", "mv:1|2" }, "a,1|b,2")]
    [TestCase("mvzip", new object?[] { "a", "b", "-" }, "a-b")]
    public void Mvzip_stops_with_the_shorter(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("mvfind", new object?[] { "mv:err|ok|error", "or$" }, "2")]
    [TestCase("mvfind", new object?[] { "mv:a|b", "x" }, null)]
    public void Mvfind_gives_a_place(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("mvrange", new object?[] { 1, 11, 2 }, "1|3|5|7|9")]
    [TestCase("mvrange", new object?[] { 3, 1 }, null)]
    [TestCase("mvrange", new object?[] { 5, 1, -2 }, "5|3")]
    [TestCase("mvrange", new object?[] { 0, 259200, "1d" }, "0|86400|172800")]
    [TestCase("mvrange", new object?[] { 0, 1, 0 }, null)]
    public void Mvrange_leaves_the_end_out(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));
}
