using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Reports;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Tests.Reports;

public sealed class ReportTests
{
    private static readonly TestReport Report = new(
        [
            TestCase.Pass("detections/a.yml", "A", "benign"),
            TestCase.Fail("detections/a.yml", 12, "A", "snapshot", "100% wrong:\u0001 <here>\U0001F600", [new(DifferenceKind.Added, "datasets/x", [new("n", null, "1")])]),
            TestCase.Skip("detections/b.yml", 3, "B", "test: T", "skipped: data not here: u"),
        ],
        2, 1, TimeSpan.FromSeconds(1.234));

    [Test]
    public void Text_shows_failures_with_their_rows_and_sums() => Assert.That(TextReport.Render(Report, color: false).Replace('\u0001', '.'), Is.EqualTo(
        """
        FAILED  A  snapshot
          detections/a.yml:12: 100% wrong:. <here>😀

          datasets/x: 1 not in the snapshot
               n
            +  1

        SKIPPED B: skipped: data not here: u
        2 detections on 1 datasets in 1.23 s: 1 passed, 1 failed, 1 skipped

        """));

    [Test]
    public void Github_annotations_are_escaped() => Assert.That(
        GitHubReport.Render(Report).Split('\n')[0],
        Is.EqualTo("::error file=detections/a.yml,line=12,title=A%3A snapshot::100%25 wrong:\u0001 <here>\U0001F600%0Adatasets/x: 1 not in the snapshot%0A     n%0A  +  1%0A"));

    [Test]
    public void Junit_is_well_formed_whatever_messages_hold()
    {
        using var stream = new MemoryStream();
        JUnitReport.Write(Report, stream);
        var xml = XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        Assert.That(xml.Descendants("testsuite").Select(suite => (string?)suite.Attribute("failures")), Is.EqualTo(["1", "0"]));
        Assert.That((string?)xml.Descendants("failure").Single().Attribute("message"), Is.EqualTo("100% wrong:\uFFFD <here>\U0001F600"));
        Assert.That(xml.Descendants("failure").Single().Value, Does.Contain("+  1"));
        Assert.That(xml.Descendants("skipped").ToList(), Has.Count.EqualTo(1));
    }

    [Test]
    public void Json_is_one_object_a_line()
    {
        using var stream = new MemoryStream();
        JsonReport.Write(Report, stream);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        Assert.That(lines, Has.Length.EqualTo(3));
        using var failed = JsonDocument.Parse(lines[1]);
        Assert.That(failed.RootElement.GetProperty("differences")[0].GetProperty("found").GetProperty("n").GetString(), Is.EqualTo("1"));
    }
}
