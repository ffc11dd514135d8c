namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Splunk Search Reference: Conversion functions.</summary>
public sealed class ConversionFunctionTests
{
    [TestCase("tostring", new object?[] { 615, "duration" }, "00:10:15")]
    [TestCase("tostring", new object?[] { 90061, "duration" }, "1+01:01:01")]
    [TestCase("tostring", new object?[] { 1.5, "duration" }, "00:00:01.500000")]
    [TestCase("tostring", new object?[] { 15, "hex" }, "0xF")]
    [TestCase("tostring", new object?[] { 9, "binary" }, "1001")]
    [TestCase("tostring", new object?[] { 12345.6789, "commas" }, "12,345.68")]
    [TestCase("tostring", new object?[] { 1234567, "commas" }, "1,234,567")]
    [TestCase("tostring", new object?[] { 0, "commas" }, "0")]
    [TestCase("tostring", new object?[] { "abc", "commas" }, "abc")]
    [TestCase("tostring", new object?[] { 1.5 }, "1.5")]
    [TestCase("tostring", new object?[] { null }, null)]
    public void Tostring_formats_numbers(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("tonumber", new object?[] { "0A4", 16 }, "164")]
    [TestCase("tonumber", new object?[] { "0xFF", 16 }, "255")]
    [TestCase("tonumber", new object?[] { "1010", 2 }, "10")]
    [TestCase("tonumber", new object?[] { "12", 2 }, null)]
    [TestCase("tonumber", new object?[] { " 42 " }, null)]
    [TestCase("tonumber", new object?[] { "1.5e3" }, "1500")]
    [TestCase("tonumber", new object?[] { "abc" }, null)]
    [TestCase("tonumber", new object?[] { "zz", 36 }, "1295")]
    [TestCase("tonumber", new object?[] { "9", 99 }, null)]
    public void Tonumber_reads_a_base(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));

    [TestCase("%d", long.MinValue, "-9223372036854775808")]
    [TestCase("%x", long.MinValue, "-8000000000000000")]
    [TestCase("%o", long.MinValue, "-1000000000000000000000")]
    [TestCase("%c", "\ud800x", "\ufffd")]
    public void Printf_takes_every_value(string format, object value, string expected) =>
        Assert.That(FunctionCalls.Call("printf", format, value), Is.EqualTo(expected));

    [TestCase("255.255.0.0", "10.1.2.3", "10.1.0.0")]
    [TestCase("255.255.0.0", "10.1", null)]
    [TestCase("255.255.0.0", "2001:db8::1", null)]
    public void Ipmask_takes_addresses_in_dotted_form(string mask, string address, string? expected) =>
        Assert.That(FunctionCalls.Call("ipmask", mask, address), Is.EqualTo(expected));
}
