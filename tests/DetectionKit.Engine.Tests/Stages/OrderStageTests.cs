using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>Search Reference: head, tail, reverse, mvexpand, regex, eventstats.</summary>
public sealed class OrderStageTests
{
    private static readonly string[] Numbers = ["a=1", "a=2", "a=3", "a=4"];

    [Test]
    public void Head_keeps_the_first() => Assert.That(Some.Run(new HeadSpec(2, null, false), Numbers), Is.EqualTo(["a=1", "a=2"]));

    [TestCase(false, "a=1 a=2")]
    [TestCase(true, "a=1 a=2 a=3")]
    public void Head_ends_where_its_condition_does(bool keepLast, string expected) =>
        Assert.That(string.Join(' ', Some.Run(new HeadSpec(null, (row, _) => row["a"].TryGetInteger(out var n) && n < 3, keepLast), Numbers)), Is.EqualTo(expected));

    [Test]
    public void Tail_keeps_the_last_the_very_last_first() => Assert.That(Some.Run(new TailSpec(2), Numbers), Is.EqualTo(["a=4", "a=3"]));

    [Test]
    public void Reverse_turns_the_order_around() => Assert.That(Some.Run(new ReverseSpec(), Numbers), Is.EqualTo(["a=4", "a=3", "a=2", "a=1"]));

    [TestCase(0, "a=1 b=x;a=1 b=y;a=1 b=z;c=1")]
    [TestCase(2, "a=1 b=x;a=1 b=y;c=1")]
    public void Mvexpand_makes_a_row_for_each_item(int limit, string expected) =>
        Assert.That(string.Join(';', Some.Run(new MvExpandSpec("b", limit), "a=1 b=x b=y b=z", "c=1")), Is.EqualTo(expected));

    [TestCase(false, "a=xay;a=b a=a")]
    [TestCase(true, "a=b;c=1")]
    public void Regex_keeps_what_matches_or_not(bool negate, string expected) =>
        Assert.That(string.Join(';', Some.Run(new RegexSpec("a", TextRegex.Of("a"), negate), "a=xay", "a=b", "a=b a=a", "c=1")), Is.EqualTo(expected));

    [Test]
    public void Eventstats_gives_every_row_its_groups_aggregates() =>
        Assert.That(
            Some.Run(new EventStatsSpec(["a"], [Some.Function("count"), Some.Function("sum", "n")]), "a=1 n=2", "a=2 n=3", "a=1 n=4", "n=9"),
            Is.EqualTo(["a=1 n=2 count=2 sum(n)=6", "a=2 n=3 count=1 sum(n)=3", "a=1 n=4 count=2 sum(n)=6", "n=9"]));

    [Test]
    public void Eventstats_without_by_takes_all_rows() =>
        Assert.That(Some.Run(new EventStatsSpec([], [Some.Function("max", "a")]), Numbers), Is.EqualTo(["a=1 max(a)=4", "a=2 max(a)=4", "a=3 max(a)=4", "a=4 max(a)=4"]));
}
