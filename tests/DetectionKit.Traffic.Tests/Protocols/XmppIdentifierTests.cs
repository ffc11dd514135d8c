using DetectionKit.Traffic.Protocols.Xmpp;

namespace DetectionKit.Traffic.Tests.Protocols;

[TestFixture]
internal sealed class XmppIdentifierTests() : IdentifierContract(new XmppIdentifier())
{
    protected override IEnumerable<byte[]> Streams => [Say.Bytes("<?xml version='1.0'?><stream:stream to='example.com' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>")];

    [TestCase("<iq to='example.com' id='7' type='get'><ping xmlns='urn:xmpp:ping'/></iq>", "Peer: stanza")]
    [TestCase("<message from='a@example.com' type='chat'><body>hi</body></message>", "Peer: stanza")]
    [TestCase("<message>hi</message>", "No")]
    [TestCase("<pre class='a'>hi</pre>", "No")]
    public void Where_the_beginning_was_not_seen_a_stanza_tells(string text, string expected) =>
        Assert.That(Say.Text(Say.Tcp(Identifier, Say.Bytes(text), fromStart: false)), Is.EqualTo(expected));

    [Test]
    public void No_stream_begins_with_a_stanza() =>
        Assert.That(Say.Text(Say.Tcp(Identifier, Say.Bytes("<iq to='example.com' id='7' type='get'/>"))), Is.EqualTo("No"));
}
