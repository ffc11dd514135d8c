using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Tests.Operators;

public sealed class EvalTests
{
    private static readonly object?[][] Comparisons =
    [
        [1, 1.0, true],
        [80, "80", true],
        ["80", "80.0", true],
        ["a", "A", false],
        ["0e12", "0e34", false],
        [9007199254740993L, 9007199254740992L, false],
        [null, "a", null],
        ["a", null, null],
        [null, null, null],
    ];

    [TestCaseSource(nameof(Comparisons))]
    public void Equal_compares_numbers_as_numbers_texts_with_case_and_knows_nothing_of_what_is_absent(object? a, object? b, bool? expected)
    {
        Assert.That(Eval.Equal(Of(a), Of(b)), Is.EqualTo(expected));
        Assert.That(Eval.NotEqual(Of(a), Of(b)), Is.EqualTo(!expected));
    }

    [Test]
    public void A_multivalue_compares_true_if_any_value_does()
    {
        var several = Value.OfMany([Value.Of(1), Value.Of(5)]);
        Assert.That(Eval.Greater(several, Value.Of(4)), Is.True);
        Assert.That(Eval.Less(several, Value.Of(4)), Is.True);
        Assert.That(Eval.Equal(several, Value.Of(4)), Is.False);
    }

    private static readonly object?[][] Sums =
    [
        [1, 2, "3"],
        ["1", "2", "3"],
        ["a", "b", "ab"],
        ["a", 1, null],
        [1, null, null],
        [long.MaxValue, 1, "9.223372036854776E+18"],
        [0.1, 0.2, "0.30000000000000004"],
    ];

    [TestCaseSource(nameof(Sums))]
    public void Plus_adds_numbers_and_joins_texts(object? a, object? b, string? expected) =>
        Assert.That(TextOf(Arithmetic.Add(Of(a), Of(b))), Is.EqualTo(expected));

    [Test]
    public void Division_is_never_cut_and_never_by_zero()
    {
        Assert.That(TextOf(Arithmetic.Divide(Of(7), Of(2))), Is.EqualTo("3.5"));
        Assert.That(TextOf(Arithmetic.Divide(Of(8), Of(2))), Is.EqualTo("4"));
        Assert.That(Arithmetic.Divide(Of(1), Of(0)).IsNull);
        Assert.That(Arithmetic.Remainder(Of(1), Of(0)).IsNull);
        Assert.That(TextOf(Arithmetic.Divide(Of(long.MinValue), Of(-1))), Is.EqualTo("9.223372036854776E+18"));
        Assert.That(TextOf(Arithmetic.Remainder(Of(-7), Of(3))), Is.EqualTo("-1"));
    }

    [Test]
    public void A_dot_joins_texts_and_numbers()
    {
        Assert.That(TextOf(Arithmetic.Concat(Of("a"), Of(1))), Is.EqualTo("a1"));
        Assert.That(TextOf(Arithmetic.Concat(Of(1.5), Of(2))), Is.EqualTo("1.52"));
        Assert.That(Arithmetic.Concat(Of("a"), Of(null)).IsNull);
    }

    private static string? TextOf(Value value) => value.IsNull ? null : value.ToText();

    private static Value Of(object? value) => value switch
    {
        int number => Value.Of(number),
        long number => Value.Of(number),
        double number => Value.Of(number),
        string text => Value.Of(text),
        _ => Value.Null,
    };
}
