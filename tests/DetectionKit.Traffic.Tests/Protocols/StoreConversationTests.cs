using DetectionKit.Traffic.Tests.Building;

namespace DetectionKit.Traffic.Tests.Protocols;

/// <summary>Stores whose commands say little by themselves are known by the answer.</summary>
internal sealed class StoreConversationTests
{
    [TestCase("mn\r\n", "MN\r\n", "memcached")]
    [TestCase("mg key v\r\n", "VA 2\r\nhi\r\n", "memcached")]
    [TestCase("mg key v\r\n", "EN\r\n", "memcached")]
    [TestCase("ms key S2\r\nhi\r\n", "HD\r\n", "memcached")]
    [TestCase("get nothing\r\n", "END\r\n", "memcached")]
    [TestCase("ECHO hi\r\n", "$2\r\nhi\r\n", "redis")]
    [TestCase("HELLO 3\r\n", "%1\r\n$6\r\nserver\r\n$5\r\nredis\r\n", "redis")]
    [TestCase("mg key v\r\n", "HTTP/1.1 400 Bad Request\r\n\r\n", "http")]
    [TestCase("ECHO hi\r\n", "$3\r\nhi\r\n", null)]
    public void A_command_and_its_answer_are_known_together(string command, string answer, string? app)
    {
        var capture = new CaptureBuilder();
        new Conversation(capture).Open().Says(command).Answers(answer).Close();
        Assert.That(capture.Flows().Single().App, Is.EqualTo(app));
    }
}
