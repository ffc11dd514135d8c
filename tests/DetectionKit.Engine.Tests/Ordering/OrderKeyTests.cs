using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Tests.Ordering;

internal sealed class OrderKeyTests
{
    private static readonly Value[] Values =
    [
        Value.Null, Value.Of(""), Value.Of("abc"), Value.Of("ABC"), Value.Of("10"), Value.Of(9), Value.Of(9.5), Value.Of("9.0"), Value.Of("10.0.0.9"), Value.Of("10.0.0.10"), Value.Of("2001:db8::1"),
        Value.Of("1e3"), Value.OfMany([Value.Of(1), Value.Of(2)]), Value.OfMany([Value.Of(1), Value.Of("x")]),
    ];

    [Test]
    public void Keys_compare_as_their_values_do([ValueSource(nameof(Values))] Value a, [ValueSource(nameof(Values))] Value b) =>
        Assert.That(Math.Sign(OrderKey.Compare(new(a), new(b))), Is.EqualTo(Math.Sign(ValueOrder.Auto(a, b))));
}
