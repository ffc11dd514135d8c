namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>Splunk Search Reference: JSON functions, on documents that no program should have written.</summary>
public sealed class JsonFunctionTests
{
    [TestCase("json_extract", new object?[] { """{"a":"\ud800"}""", "a" })]
    [TestCase("json_extract", new object?[] { """{"\ud800":1}""", "a" })]
    [TestCase("json_extract", new object?[] { """{"a":{"b":1,"b":2}}""", "a.b" })]
    [TestCase("json_extract", new object?[] { """[{"b":1,"b":2}]""", "{0}.b" })]
    [TestCase("spath", new object?[] { """{"a":["\udc00"]}""", "a{}" })]
    [TestCase("json_keys", new object?[] { """{"a":1,"a":2}""" })]
    public void A_document_that_cannot_be_read_whole_is_none(string function, object?[] arguments)
    {
        Assert.That(FunctionCalls.Call(function, arguments), Is.Null);
        Assert.That(FunctionCalls.Call("json_valid", arguments[0]), Is.EqualTo("false"));
    }

    [Test]
    public void A_document_that_is_as_deep_as_can_be_read_goes_into_another()
    {
        var deep = new string('[', 64) + new string(']', 64);
        var path = string.Join('.', Enumerable.Repeat("a", 32));
        Assert.That(FunctionCalls.Call("json_array", deep), Is.EqualTo($"[{deep}]"));
        Assert.That(FunctionCalls.Call("json_set", "{}", path, deep), Does.Contain(deep));
    }

    [Test]
    public void A_path_of_more_steps_than_a_document_is_deep_finds_nothing()
    {
        var path = string.Join('.', Enumerable.Repeat("a", 100_000));
        Assert.That(FunctionCalls.Call("json_extract", """{"a":1}""", path), Is.Null);
        Assert.That(FunctionCalls.Call("json_set", "{}", path, "b"), Is.EqualTo("{}"));
    }
}
