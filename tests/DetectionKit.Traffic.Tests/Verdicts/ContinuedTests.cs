using DetectionKit.Traffic.Packets;
using DetectionKit.Traffic.Tests.Building;
using static DetectionKit.Traffic.Tests.Building.PacketBuilder;

namespace DetectionKit.Traffic.Tests.Verdicts;

/// <summary>
/// Conversations of real peers of which something is missing, in <c>Continued/APP-what.txt</c>: the first line says what carries them (and whether their
/// first byte is there), each further line who speaks and what, in hexadecimal digits. <c>none</c>: they are not to get a name that is not theirs.
/// </summary>
internal sealed class ContinuedTests
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Verdicts", "Continued");

    private static IEnumerable<TestCaseData> Conversations() =>
        Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(file => new TestCaseData(file).SetName($"{Path.GetFileNameWithoutExtension(file)}"));

    [TestCaseSource(nameof(Conversations))]
    public void What_goes_on_has_the_name_of_what_it_continues(string file)
    {
        var lines = File.ReadAllLines(file);
        var app = Path.GetFileNameWithoutExtension(file).Split('-')[0];
        var capture = new CaptureBuilder();
        var talk = new Conversation(capture);
        if (lines[0].EndsWith("from start", StringComparison.Ordinal))
            talk.Open();
        foreach (var line in lines[1..])
        {
            var bytes = Convert.FromHexString(line[2..]);
            if (lines[0].StartsWith("udp", StringComparison.Ordinal))
                capture.AddIp(line[0] == '>' ? Ip("10.0.0.1", "192.0.2.1", 17, Udp(40000, 12345, bytes)) : Ip("192.0.2.1", "10.0.0.1", 17, Udp(12345, 40000, bytes)));
            else if (line[0] == '>')
                talk.FromClient(TcpFlags.Ack | TcpFlags.Psh, bytes);
            else
                talk.FromServer(TcpFlags.Ack | TcpFlags.Psh, bytes);
        }

        Assert.That(capture.Flows().Single().App, Is.EqualTo(string.Equals(app, "none", StringComparison.Ordinal) ? null : app).Or.EqualTo(string.Equals(app, "none", StringComparison.Ordinal) ? "" : app));
    }
}
