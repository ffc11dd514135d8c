namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Splunk Search Reference: Informational functions.</summary>
public sealed class InformationFunctionTests
{
    [TestCase("isnull", new object?[] { null }, "true")]
    [TestCase("isnull", new object?[] { "" }, "false")]
    [TestCase("isnotnull", new object?[] { "" }, "true")]
    [TestCase("isnotnull", new object?[] { null }, "false")]
    public void Isnull_and_isnotnull_see_what_is_absent(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("isnum", new object?[] { "1.5" }, "true")]
    [TestCase("isnum", new object?[] { "a" }, "false")]
    [TestCase("isint", new object?[] { "1.5" }, "false")]
    [TestCase("isint", new object?[] { "15" }, "true")]
    [TestCase("isstr", new object?[] { "15" }, "false")]
    [TestCase("isstr", new object?[] { "a" }, "true")]
    [TestCase("isstr", new object?[] { null }, "false")]
    public void Isnum_isint_and_isstr_read_text(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("typeof", new object?[] { 12 }, "Number")]
    [TestCase("typeof", new object?[] { "string" }, "String")]
    [TestCase("typeof", new object?[] { null }, "Invalid")]
    public void Typeof_names_the_type(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));
}
