using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Abstractions.Tests.Times;

public sealed class TimeFormatTests
{
    // 2023-01-08 (a Sunday) 15:04:05.067089012 UTC.
    private static readonly Timestamp Moment = new(1673190245_067089012);
    private static readonly TimeZoneInfo India = TimeZoneInfo.CreateCustomTimeZone("test", new TimeSpan(5, 30, 0), "test", "test");

    // Splunk Search Reference: Date and time format variables.
    [TestCase("%Y-%m-%dT%H:%M:%S", "2023-01-08T15:04:05")]
    [TestCase("%F %T", "2023-01-08 15:04:05")]
    [TestCase("%m/%d/%Y %H:%M:%S", "01/08/2023 15:04:05")]
    [TestCase("%a %A %b %B", "Sun Sunday Jan January")]
    [TestCase("%e|%j|%y|%C", " 8|008|23|20")]
    [TestCase("%I:%M %p|%k|%l", "03:04 PM|15| 3")]
    [TestCase("%w %u %U %V %W %G", "0 7 02 01 01 2023")]
    [TestCase("%s.%Q", "1673190245.067")]
    [TestCase("%N %3N %6N %9N %f %6Q", "067089012 067 067089 067089012 067089 067089")]
    [TestCase("%z %:z %::z %Ez %Z", "+0000 +00:00 +00:00:00 +00:00 UTC")]
    [TestCase("%c", "Sun Jan  8 15:04:05 2023")]
    [TestCase("%+", "Sun Jan  8 15:04:05 UTC 2023")]
    [TestCase("%x %X %D", "01/08/23 15:04:05 01/08/23")]
    [TestCase("100%% %! %", "100% %! %")]
    public void Each_directive_writes_its_part(string format, string expected) =>
        Assert.That(TimeFormat.Of(format).Write(Moment, TimeZoneInfo.Utc), Is.EqualTo(expected));

    [TestCase("%F %T%z", "2023-01-08 20:34:05+0530")]
    [TestCase("%:z %Z", "+05:30 +05:30")]
    public void The_wall_clock_is_the_zones(string format, string expected) =>
        Assert.That(TimeFormat.Of(format).Write(Moment, India), Is.EqualTo(expected));

    [Test]
    public void A_moment_before_the_epoch_has_its_own_fraction() =>
        Assert.That(TimeFormat.Of("%F %T.%3N %s").Write(new(-1_500_000_000), TimeZoneInfo.Utc), Is.EqualTo("1969-12-31 23:59:58.500 -2"));

    // Splunk Search Reference: strptime.
    [TestCase("2023-01-08T15:04:05", "%Y-%m-%dT%H:%M:%S", 1673190245)]
    [TestCase("2023-01-08T15:04:05Z", "%Y-%m-%dT%H:%M:%S", 1673190245, Description = "what follows is passed over")]
    [TestCase("2023-01-08 20:34:05 +0530", "%F %T %z", 1673190245)]
    [TestCase("2023-01-08 20:34:05+05:30", "%F %T%:z", 1673190245)]
    [TestCase("Jan  8 2023 3:04:05 pm", "%b %d %Y %I:%M:%S %p", 1673190245)]
    [TestCase("sunday january 8 2023", "%A %B %d %Y", 1673136000)]
    [TestCase("1673190245.067", "%s.%3N", 1673190245.067)]
    [TestCase("2023-008", "%Y-%j", 1673136000)]
    [TestCase("01/08/23", "%D", 1673136000)]
    [TestCase("15:04:05", "%H:%M:%S", 1673190245, Description = "no date: today")]
    [TestCase("Mar 1", "%b %d", 1677628800, Description = "no year: this one")]
    public void A_text_in_the_format_is_read(string text, string format, double expected) =>
        Assert.That(TimeFormat.Of(format).Read(text, TimeZoneInfo.Utc, Moment)?.Seconds, Is.EqualTo(expected));

    [TestCase("2023-13-08", "%Y-%m-%d")]
    [TestCase("2023-02-30", "%Y-%m-%d")]
    [TestCase("", "%Y")]
    [TestCase("yesterday", "%F")]
    [TestCase("2023", "%Y-%m")]
    [TestCase("99999999999999999999", "%s")]
    [TestCase("9999-12-31 23:59:60", "%F %T", Description = "a leap second behind the calendar's last")]
    public void A_text_that_is_no_such_time_is_nothing(string text, string format) =>
        Assert.That(TimeFormat.Of(format).Read(text, TimeZoneInfo.Utc, Moment), Is.Null);

    [Test]
    public void What_is_written_reads_back()
    {
        var format = TimeFormat.Of("%Y-%m-%dT%H:%M:%S.%9N%z");
        var seconds = Gen.Choose(-2_000_000_000, 2_000_000_000);
        Prop.ForAll(Gen.Zip(seconds, Gen.Choose(0, 999_999_999)).ToArbitrary(), pair =>
        {
            var moment = new Timestamp((pair.Item1 * 1_000_000_000L) + pair.Item2);
            return format.Read(format.Write(moment, India), TimeZoneInfo.Utc, default) == moment;
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Any_text_is_a_format_and_reads_or_does_not_but_never_throws() =>
        Prop.ForAll<string, string>((format, text) =>
        {
            var made = TimeFormat.Of(format ?? "");
            _ = made.Write(Moment, TimeZoneInfo.Utc);
            _ = made.Read(text ?? "", TimeZoneInfo.Utc, Moment);
            return true;
        }).QuickCheckThrowOnFailure();
}
