using System.Text;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Tests.Records;

public sealed class TimeTextTests
{
    [TestCase("1715339319", "2024-05-10 11:08:39")]
    [TestCase("1715339319000", "2024-05-10 11:08:39")]
    [TestCase("2024-05-10T13:08:39+02:00", "2024-05-10 11:08:39")]
    [TestCase("2024/05/10 11:08:39", "2024-05-10 11:08:39")]
    [TestCase("10/May/2024:13:08:39 +0200", "2024-05-10 11:08:39")]
    [TestCase("05/10/2024 11:08:39 AM", "2024-05-10 11:08:39")]
    [TestCase("May 10 11:08:39", "2000-05-10 11:08:39")]
    public void A_time_is_read_in_every_form(string text, string utc)
    {
        Assert.That(TimeText.TryRead(text, out var time));
        Assert.That(FormattableString.Invariant($"{time.ToUtc():yyyy-MM-dd HH:mm:ss}"), Is.EqualTo(utc));
    }

    [TestCase("10/May/9999:11:08:39 +0000")]
    [TestCase("01/01/0001 12:00:00 AM")]
    [TestCase("01/01/1601 12:00:00 AM")]
    [TestCase("9999-12-31T23:59:59Z")]
    [TestCase("99999999999999999999999999")]
    [TestCase("May 32 11:08:39")]
    [TestCase("")]
    public void What_is_no_moment_or_does_not_fit_is_none(string text) => Assert.That(TimeText.TryRead(text, out _), Is.False);

    [TestCase("Sun 22 15:00:00 gate sshd[1]: x")]
    [TestCase("May 32 15:00:00 gate sshd[1]: x")]
    public void A_line_whose_time_cannot_be_read_has_no_header(string line) => Assert.That(Syslog.Read(Encoding.UTF8.GetBytes(line)), Is.Default);
}
