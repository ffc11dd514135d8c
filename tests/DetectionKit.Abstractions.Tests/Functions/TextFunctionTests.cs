namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Splunk Search Reference: Text functions.</summary>
public sealed class TextFunctionTests
{
    [TestCase("len", new object?[] { "abc" }, "3")]
    [TestCase("len", new object?[] { "a\U0001F600" }, "2")]
    [TestCase("len", new object?[] { null }, null)]
    [TestCase("len", new object?[] { 123 }, "3")]
    public void Len_counts_characters(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("lower", new object?[] { "ABC" }, "abc")]
    [TestCase("upper", new object?[] { "a1ß" }, "A1ß")]
    public void Lower_and_upper_change_case(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("substr", new object?[] { "string", 1, 3 }, "str")]
    [TestCase("substr", new object?[] { "string", -3 }, "ing")]
    [TestCase("substr", new object?[] { "string", -3, 2 }, "in")]
    [TestCase("substr", new object?[] { "string", 3 }, "ring")]
    [TestCase("substr", new object?[] { "string", 9 }, "")]
    [TestCase("substr", new object?[] { "string", 0, 2 }, "st")]
    [TestCase("substr", new object?[] { "string", "x" }, null)]
    [TestCase("substr", new object?[] { null, 1 }, null)]
    public void Substr_counts_from_one_and_from_the_end(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("trim", new object?[] { "  a  " }, "a")]
    [TestCase("ltrim", new object?[] { " ZZZZabcZZ ", " Z" }, "abcZZ ")]
    [TestCase("rtrim", new object?[] { " ZZZZabcZZ ", " Z" }, " ZZZZabc")]
    [TestCase("trim", new object?[] { " ZZZZabcZZ ", " Z" }, "abc")]
    public void Trims_take_blanks_or_the_characters_given(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("urldecode", new object?[] { "http%3A%2F%2Fwww.splunk.com%2Fdownload%3Fr%3Dheader" }, "http://www.splunk.com/download?r=header")]
    [TestCase("urldecode", new object?[] { "100%" }, "100%")]
    public void Urldecode_reads_percent_escapes(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("replace", new object?[] { "mv:ab|cb", "b", "x" }, "ax|cx")]
    [TestCase("replace", new object?[] { "192.168.1.1", "\\.\\d+$", ".x" }, "192.168.1.x")]
    public void Replace_works_on_every_value(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("match", new object?[] { "10.1.2.3", "^\\d{1,3}\\." }, "true")]
    [TestCase("match", new object?[] { "a", "b" }, "false")]
    [TestCase("match", new object?[] { null, "b" }, null)]
    [TestCase("match", new object?[] { "mv:a|b", "^b$" }, "true")]
    public void Match_needs_only_a_part(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));
}
