namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Splunk Search Reference: Cryptographic functions.</summary>
public sealed class HashFunctionTests
{
    [TestCase("md5", new object?[] { "" }, "d41d8cd98f00b204e9800998ecf8427e")]
    [TestCase("sha1", new object?[] { "abc" }, "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [TestCase("sha256", new object?[] { "abc" }, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [TestCase("md5", new object?[] { null }, null)]
    public void Hashes_are_of_the_text_in_lower_case_hexadecimal(string function, object?[] arguments, string? expected) =>
        Assert.That(FunctionCalls.Call(function, arguments), Is.EqualTo(expected));
}
