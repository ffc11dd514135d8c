namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Splunk Search Reference: Date and Time functions.</summary>
public sealed class TimeFunctionTests
{
    [TestCase("now", new object?[0], "1673190245")]
    [TestCase("time", new object?[0], "1673190245.5")]
    public void Now_is_the_runs_and_stands_still(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("relative_time", new object?[] { 1673190245, "-1d@d" }, "1673049600")]
    [TestCase("relative_time", new object?[] { "1673190245.25", "+1h" }, "1673193845.25")]
    [TestCase("relative_time", new object?[] { 1673190245, "soon" }, null)]
    [TestCase("relative_time", new object?[] { null, "@d" }, null)]
    [TestCase("relative_time", new object?[] { 1E+300, "@d" }, null)]
    public void Relative_time_applies_a_modifier(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("strftime", new object?[] { 1673190245, "%Y-%m-%d %H:%M" }, "2023-01-08 15:04")]
    [TestCase("strftime", new object?[] { "x", "%Y" }, null)]
    [TestCase("strftime", new object?[] { "mv:0|86400", "%F" }, "1970-01-01|1970-01-02")]
    public void Strftime_writes_in_the_runs_zone(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("strptime", new object?[] { "2023-01-08 15:04:05", "%F %T" }, "1673190245")]
    [TestCase("strptime", new object?[] { "mv:1970-01-02|x", "%F" }, "86400")]
    [TestCase("strptime", new object?[] { "x", "%F" }, null)]
    public void Strptime_gives_epoch_seconds(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));
}
