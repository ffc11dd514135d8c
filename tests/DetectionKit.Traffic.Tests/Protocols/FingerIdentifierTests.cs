using DetectionKit.Traffic.Protocols.Finger;

namespace DetectionKit.Traffic.Tests.Protocols;

/// <summary>Neither side says much by itself: a line, and a text with the heads that finger's servers write.</summary>
internal sealed class FingerIdentifierTests
{
    [TestCase("root\r\n", "Login: root           \t\t\tName: root\r\nDirectory: /root\r\n", ExpectedResult = "Server: answer")]
    [TestCase("\r\n", "\r\nWelcome to this host\r\n\r\nLogin     Name       Tty      Idle\r\n", ExpectedResult = "Server: answer")]
    [TestCase("/W root\r\n", "Login name: root       In real life: nobody\r\n", ExpectedResult = "Server: answer")]
    [TestCase("AUTH x\r\n", "ERR your login name is wrong, try another\r\n", ExpectedResult = "No", Description = "prose")]
    [TestCase("\u0001\u0002\n", "Login: root           \t\t\tName: root\r\n", ExpectedResult = "No", Description = "the question is no text")]
    [TestCase("one\r\ntwo\r\n", "Login: root           \t\t\tName: root\r\n", ExpectedResult = "No", Description = "two lines")]
    public string An_answer_is_known_by_its_heads(string query, string answer) =>
        Say.Text(Say.Tcp(new FingerIdentifier(), Say.Bytes(answer), peer: Say.Bytes(query)));
}
