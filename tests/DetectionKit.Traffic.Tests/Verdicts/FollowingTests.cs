using DetectionKit.Traffic.Tests.Building;

namespace DetectionKit.Traffic.Tests.Verdicts;

internal sealed class FollowingTests
{
    [TestCase("PASV", "227 Entering Passive Mode (192,0,2,1,200,10)")]
    [TestCase("EPSV", "229 Entering Extended Passive Mode (|||51210|)")]
    public void A_passive_data_connection_is_known_by_its_announcement(string command, string reply)
    {
        var capture = new CaptureBuilder();
        Control(capture).Says(command + "\r\n").Answers(reply + "\r\n");
        new Conversation(capture, clientPort: 40001, serverPort: 51210).Open().Answers("file content").Close();
        Assert.That(capture.Flows().Select(f => f.App), Is.EquivalentTo(new[] { "ftp", "ftp-data" }));
    }

    [Test]
    public void An_announcement_that_comes_byte_by_byte_is_known_before_what_it_announces()
    {
        var capture = new CaptureBuilder();
        var control = Control(capture);
        foreach (var letter in "220-" + new string('a', 400) + "\r\n220 ready\r\n227 Entering Passive Mode (192,0,2,1,200,10)\r\n")
            control.Answers($"{letter}");
        new Conversation(capture, clientPort: 40001, serverPort: 51210).Open().Answers("file content").Close();
        Assert.That(capture.Flows().Select(f => f.App), Is.EquivalentTo(new[] { "ftp", "ftp-data" }));
    }

    [TestCase("PORT 10,0,0,1,200,10")]
    [TestCase("EPRT |1|10.0.0.1|51210|")]
    public void An_active_data_connection_is_known_by_its_announcement(string command)
    {
        var capture = new CaptureBuilder();
        Control(capture).Says(command + "\r\n").Answers("200 PORT command successful\r\n");
        new Conversation(capture, "192.0.2.1", 50020, "10.0.0.1", 51210).Open().Says("file content").Close();
        var data = capture.Flows().Single(f => f.App is "ftp-data");
        Assert.That(data.Source, Is.EqualTo("192.0.2.1"));
    }

    private static Conversation Control(CaptureBuilder capture) =>
        new Conversation(capture, serverPort: 2121).Open().Answers("220 FTP server ready\r\n").Says("USER anonymous\r\n")
            .Answers("331 Please specify the password.\r\n").Says("PASS a@example.com\r\n").Answers("230 Login successful.\r\n");
}
