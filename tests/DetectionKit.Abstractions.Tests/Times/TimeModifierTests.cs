using DetectionKit.Abstractions.Times;

namespace DetectionKit.Abstractions.Tests.Times;

public sealed class TimeModifierTests
{
    // Seen from Wednesday 2009-02-11 13:37:05 UTC. Splunk Search Manual: Specify time modifiers in your search.
    [TestCase("now", "2009-02-11 13:37:05")]
    [TestCase("-60m", "2009-02-11 12:37:05")]
    [TestCase("-1h@h", "2009-02-11 12:00:00")]
    [TestCase("+24h", "2009-02-12 13:37:05")]
    [TestCase("@d", "2009-02-11 00:00:00")]
    [TestCase("-d@d", "2009-02-10 00:00:00")]
    [TestCase("@d-2h", "2009-02-10 22:00:00")]
    [TestCase("-7d@m", "2009-02-04 13:37:00")]
    [TestCase("@w0", "2009-02-08 00:00:00")]
    [TestCase("@w", "2009-02-08 00:00:00")]
    [TestCase("@w7", "2009-02-08 00:00:00")]
    [TestCase("@w1", "2009-02-09 00:00:00")]
    [TestCase("@w4", "2009-02-05 00:00:00")]
    [TestCase("-1w@w1", "2009-02-02 00:00:00")]
    [TestCase("-1mon@mon+7d", "2009-01-08 00:00:00")]
    [TestCase("@q", "2009-01-01 00:00:00")]
    [TestCase("-1y@year", "2008-01-01 00:00:00")]
    [TestCase("-30", "2009-02-11 13:36:35")]
    public void A_modifier_moves_and_snaps_from_left_to_right(string modifier, string expected)
    {
        var format = TimeFormat.Of("%F %T");
        var now = format.Read("2009-02-11 13:37:05", TimeZoneInfo.Utc, default)!.Value;
        Assert.That(format.Write(TimeModifier.Of(modifier).Apply(now, TimeZoneInfo.Utc)!.Value, TimeZoneInfo.Utc), Is.EqualTo(expected));
    }

    [Test]
    public void Days_begin_where_the_zones_days_begin()
    {
        var east = TimeZoneInfo.CreateCustomTimeZone("east", new TimeSpan(10, 0, 0), "east", "east");
        var format = TimeFormat.Of("%F %T");
        var now = format.Read("2009-02-11 20:00:00", TimeZoneInfo.Utc, default)!.Value;
        Assert.That(format.Write(TimeModifier.Of("@d").Apply(now, east)!.Value, TimeZoneInfo.Utc), Is.EqualTo("2009-02-11 14:00:00"));
    }

    [TestCase("")]
    [TestCase("now")]
    public void Nothing_leaves_the_moment_as_it_is(string modifier) =>
        Assert.That(TimeModifier.Of(modifier).Apply(new(1234567), TimeZoneInfo.Utc), Is.EqualTo(new Abstractions.Values.Timestamp(1234567)));

    [TestCase("-1x")]
    [TestCase("yesterday")]
    [TestCase("@")]
    [TestCase("-")]
    [TestCase("@1d")]
    [TestCase("-99999999999d")]
    [TestCase("-999999999y")]
    public void What_is_no_modifier_gives_nothing(string modifier) =>
        Assert.That(TimeModifier.Of(modifier).Apply(default, TimeZoneInfo.Utc), Is.Null);
}
