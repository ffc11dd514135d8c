using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>Search Reference: stats, tstats.</summary>
public sealed class AggregateStageTests
{
    [TestCase("a", "a=1;b=1;a=2;a=1", "a=1 count=2;a=2 count=1", TestName = "Stats_drops_rows_that_lack_a_by_field")]
    [TestCase("a b", "a=1 b=1;a=1", "a=1 b=1 count=1", TestName = "Stats_drops_rows_that_lack_one_of_two_by_fields")]
    [TestCase("a", "a=x a=y;a=y", "a=x count=1;a=y count=2", TestName = "Stats_makes_a_group_for_each_value_of_a_multivalue")]
    [TestCase("a b", "a=x a=y b=1 b=2", "a=x b=1 count=1;a=x b=2 count=1;a=y b=1 count=1;a=y b=2 count=1", TestName = "Stats_makes_a_group_for_each_combination")]
    [TestCase("a", "a=10;a=9;a=b;a=a", "a=9 count=1;a=10 count=1;a=a count=1;a=b count=1", TestName = "Stats_sorts_groups_numbers_before_texts")]
    [TestCase("a b", "a=x b=yz;a=xy b=z", "a=x b=yz count=1;a=xy b=z count=1", TestName = "Stats_does_not_mix_by_fields_up")]
    [TestCase("a", "a=1;a='1'", "a=1 count=2", TestName = "Stats_groups_by_text")]
    [TestCase("", "a=1;b=1", "count=2", TestName = "Stats_without_by_is_one_row")]
    [TestCase("a", "b=1", "", TestName = "Stats_with_by_over_nothing_is_nothing")]
    public void Groups(string by, string rows, string expected) =>
        Assert.That(string.Join(';', Some.Run(Some.Stats(by, Some.Function("count")), rows.Split(';'))), Is.EqualTo(expected));

    [Test]
    public void Without_rows_and_without_by_count_is_zero_and_the_rest_absent() =>
        Assert.That(Some.Run(Some.Stats("", Some.Function("count"), Some.Function("sum", "x"))), Is.EqualTo(["count=0"]));

    [Test]
    public void A_fill_value_stands_in_for_an_absent_by_field() =>
        Assert.That(Some.Run(new AggregateSpec(["a"], [Some.Function("count")], null, "NULL"), "a=1", "b=1"), Is.EqualTo(["a=1 count=1", "a=NULL count=1"]));

    [Test]
    public void Time_falls_into_buckets_that_begin_at_the_epoch() =>
        Assert.That(
            Some.Run(new AggregateSpec(["_time"], [Some.Function("count")], new(3600, BucketUnit.Second), null), "_time=3599", "_time=3600", "_time=7199.5", "_time=-1"),
            Is.EqualTo(["_time=-3600 count=1", "_time=0 count=1", "_time=3600 count=2"]));

    [Test]
    public void A_group_knows_its_newest_event()
    {
        var rows = StageCatalogue.Run([Some.Stats("a", Some.Function("count"))], Some.Rows("a=1 _time=5", "a=1 _time=9", "a=1 _time=7"), Some.Context());
        Assert.That(rows.Single().Origin.Newest!.Value.Seconds, Is.EqualTo(9));
    }
}
