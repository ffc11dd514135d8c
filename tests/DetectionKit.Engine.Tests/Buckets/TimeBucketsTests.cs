using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Buckets;

namespace DetectionKit.Engine.Tests.Buckets;

/// <summary>Buckets of time whose bounds lie beyond what a moment can be.</summary>
public sealed class TimeBucketsTests
{
    [TestCase(3600, 0)]
    [TestCase(1_700_000_000, 1_700_000_000, Description = "the bucket would begin in the year 1400")]
    [TestCase(-1_700_000_000, -1_700_000_000)]
    public void A_time_whose_centuries_begin_before_moments_do_stands_for_itself(double time, double expected)
    {
        var buckets = new TimeBuckets(new(expected == 0 ? 1 : 700 * 12, BucketUnit.Month), TimeZoneInfo.Utc);
        Assert.That(buckets.Start(time), Is.EqualTo(expected));
    }

    [Test]
    public void Behind_the_last_bucket_of_centuries_there_is_none()
    {
        var buckets = new TimeBuckets(new(500 * 12, BucketUnit.Month), TimeZoneInfo.Utc);
        var start = buckets.Start(1_700_000_000)!.Value;
        Assert.That((start, buckets.Next(start)), Is.EqualTo((946_684_800d, double.PositiveInfinity)));
    }

    [Test]
    public void A_bucket_of_decades_does_not_begin_behind_its_times()
    {
        var buckets = new TimeBuckets(new(2e9, BucketUnit.Second), TimeZoneInfo.Utc);
        Assert.That(buckets.Start(-8.5e9), Is.LessThanOrEqualTo(-8.5e9));
    }

    [TestCase(long.MinValue + 1, long.MaxValue)]
    [TestCase(long.MaxValue, long.MinValue + 1)]
    public void Buckets_may_be_counted_from_far_away(long time, long align)
    {
        var buckets = new TimeBuckets(new(7, BucketUnit.Second), TimeZoneInfo.Utc, new Timestamp(align));
        var start = buckets.Start(new Timestamp(time)).Nanoseconds;
        Assert.That((Int128)time - start, Is.InRange((Int128)0, (Int128)7_000_000_000 - 1));
        Assert.That((Int128.Abs((Int128)start - align) % 7_000_000_000 == 0) || start == time);
    }
}
