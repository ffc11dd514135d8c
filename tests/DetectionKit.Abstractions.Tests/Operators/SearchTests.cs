using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Tests.Operators;

public sealed class SearchTests
{
    private static readonly Value Several = Value.OfMany([Value.Of("red"), Value.Of("Blue")]);

    [Test]
    public void An_absent_field_is_neither_equal_nor_unequal()
    {
        Assert.That(Search.Is(Value.Null, "a"), Is.False);
        Assert.That(Search.IsNot(Value.Null, "a"), Is.False);
        Assert.That(Search.IsNot(default(string), "a"), Is.False);
        Assert.That(Search.IsNot(default(IpAddress), IpNetwork.Of("10.0.0.0/8")), Is.False);
    }

    [Test]
    public void A_multivalue_matches_if_any_of_its_values_does()
    {
        Assert.That(Search.Is(Several, "BLUE"), Is.True);
        Assert.That(Search.IsNot(Several, "blue"), Is.True);
        Assert.That(Search.IsNot(Value.Of("blue"), "Blue"), Is.False);
        Assert.That(Search.In(Several, SearchSet.Of("green", "r*")), Is.True);
    }

    [Test]
    public void Equality_is_of_texts_so_one_is_not_one_point_zero()
    {
        Assert.That(Search.Is(Value.Of(1), "1"), Is.True);
        Assert.That(Search.Is(Value.Of(1), "1.0"), Is.False);
    }

    [TestCase("9", "10", ExpectedResult = true, Description = "numbers where both are")]
    [TestCase("9", "abc", ExpectedResult = true, Description = "else text")]
    [TestCase("b", "A", ExpectedResult = false, Description = "without case")]
    [TestCase("1.5", "1.50", ExpectedResult = false)]
    public bool Less_compares_numbers_as_numbers_and_the_rest_as_text(string field, string bound) =>
        Search.Less(Value.Of(field), SearchBound.Of(bound));

    [TestCase("10.0.0.0/8", "10.200.1.1", ExpectedResult = true)]
    [TestCase("10.1.2.3/8", "10.200.1.1", ExpectedResult = true, Description = "bits behind the prefix do not count")]
    [TestCase("10.0.0.0/8", "11.0.0.1", ExpectedResult = false)]
    [TestCase("0.0.0.0/0", "::1", ExpectedResult = false, Description = "the other family is outside")]
    [TestCase("2001:db8::/32", "2001:DB8:1::5", ExpectedResult = true)]
    [TestCase("10.0.0.0/33", "10.0.0.1", ExpectedResult = false, Description = "no network holds nothing")]
    [TestCase("10.0.0.0/8", "10.0.0", ExpectedResult = false)]
    public bool A_network_holds_its_addresses(string network, string address) => Search.Is(Value.Of(address), IpNetwork.Of(network));

    [TestCase("dns", ExpectedResult = true)]
    [TestCase("HTTP2", ExpectedResult = true)]
    [TestCase("10.9.9.9", ExpectedResult = true)]
    [TestCase("10.0.0.0/8", ExpectedResult = false)]
    [TestCase("https", ExpectedResult = false)]
    public bool A_list_holds_texts_patterns_and_networks(string text) => SearchSet.Of("DNS", "http?", "http2*", "10.0.0.0/8").Contains(text);
}
