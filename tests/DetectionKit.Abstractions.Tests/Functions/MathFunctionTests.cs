namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Splunk Search Reference: Mathematical functions.</summary>
public sealed class MathFunctionTests
{
    [TestCase("abs", new object?[] { -5 }, "5")]
    [TestCase("abs", new object?[] { "-2.5" }, "2.5")]
    [TestCase("abs", new object?[] { "x" }, null)]
    public void Abs_takes_the_sign_away(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("ceil", new object?[] { 1.9 }, "2")]
    [TestCase("ceiling", new object?[] { -1.9 }, "-1")]
    [TestCase("floor", new object?[] { 1.9 }, "1")]
    [TestCase("floor", new object?[] { -1.1 }, "-2")]
    public void Ceiling_and_floor_give_whole_numbers(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("round", new object?[] { 3.5 }, "4")]
    [TestCase("round", new object?[] { 2.5 }, "3")]
    [TestCase("round", new object?[] { -2.5 }, "-3")]
    [TestCase("round", new object?[] { 2.555, 2 }, "2.56")]
    [TestCase("round", new object?[] { 1.005, 2 }, "1.01")]
    [TestCase("round", new object?[] { 7 }, "7")]
    [TestCase("round", new object?[] { "x" }, null)]
    public void Round_takes_halves_away_from_zero(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("exp", new object?[] { 0 }, "1")]
    [TestCase("ln", new object?[] { 1 }, "0")]
    [TestCase("ln", new object?[] { 0 }, "-inf")]
    [TestCase("log", new object?[] { 100 }, "2")]
    [TestCase("log", new object?[] { 8, 2 }, "3")]
    [TestCase("log", new object?[] { -1 }, "nan")]
    public void Exp_ln_and_log_follow_their_bases(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("pow", new object?[] { 2, 10 }, "1024")]
    [TestCase("sqrt", new object?[] { 9 }, "3")]
    [TestCase("sqrt", new object?[] { -1 }, "nan")]
    [TestCase("pow", new object?[] { 10, 400 }, "inf")]
    public void Pow_and_sqrt_stay_whole_where_they_can(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("pi", new object?[0], "3.141592653589793")]
    [TestCase("exact", new object?[] { 3.14 }, "3.14")]
    public void Pi_has_all_its_digits(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("min", new object?[] { 1, 3, 6.5, "foo" }, "1")]
    [TestCase("max", new object?[] { 1, 3, "foo" }, "foo")]
    [TestCase("max", new object?[] { "9", "10" }, "10")]
    [TestCase("min", new object?[] { null, 4 }, "4")]
    [TestCase("max", new object?[] { "mv:3|7", 5 }, "7")]
    [TestCase("min", new object?[0], null)]
    public void Min_and_max_put_numbers_before_texts(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));
}
