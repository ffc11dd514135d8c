using DetectionKit.Language.Diagnostics;

namespace DetectionKit.Language.Tests.Content;

public sealed class SuggestionTests
{
    [TestCase("dst_port", "dest_port")]
    [TestCase("APP", "app")]
    [TestCase("ap", "app")]
    [TestCase("pap", "app")]
    [TestCase("src_ip_address", null)]
    [TestCase("x", null)]
    [TestCase("", null)]
    public void The_nearest_name_is_suggested_where_one_is_near(string name, string? expected)
    {
        Assert.That(Suggestion.For(name, ["app", "dest_port", "src_ip", "transport"]), Is.EqualTo(expected));
    }
}
