using DetectionKit.Logs.Records;
using DetectionKit.Logs.Tests.Evtx;
using DetectionKit.Logs.WindowsEvents;

namespace DetectionKit.Logs.Tests.WindowsEvents;

internal sealed class XmlFragmentTests
{
    [TestCase("<a/>", ExpectedResult = "<a/>")]
    [TestCase(" <?xml version='1.0'?>\n<!-- c --><a x='1' y=\"2\"><b>t</b></a>", ExpectedResult = "<a x='1' y='2'><b>t</b></a>")]
    [TestCase("<p:a xmlns:p='u'>x &amp; &#65;&#x42; &lt; &nope; &</p:a>", ExpectedResult = "<a xmlns:p='u'>x & AB < &nope; &</a>")]
    [TestCase("<a><![CDATA[<x>&amp;]]></a>", ExpectedResult = "<a><x>&amp;</a>")]
    [TestCase("<a >\r\n<b/><!-- - --></a>tail", ExpectedResult = "<a>\r\n<b/></a>")]
    [TestCase("", ExpectedResult = null)]
    [TestCase("no markup", ExpectedResult = null)]
    [TestCase("<a>", ExpectedResult = null)]
    [TestCase("<a", ExpectedResult = null)]
    [TestCase("<a x>", ExpectedResult = null)]
    [TestCase("<a x='1", ExpectedResult = null)]
    [TestCase("<a x=1/>", ExpectedResult = null)]
    [TestCase("<!DOCTYPE a", ExpectedResult = null)]
    [TestCase("< a/>", ExpectedResult = null)]
    public string? A_fragment_is_read_or_refused(string xml)
    {
        var outline = new XmlOutline();
        outline.Begin(default);
        var whole = new XmlFragment(xml, outline, new NameTable()).Read();
        outline.End(whole);
        return whole ? outline.Records.Single() : null;
    }

    [Test]
    public void Elements_nested_without_end_are_refused()
    {
        var outline = new XmlOutline();
        outline.Begin(default);
        Assert.That(new XmlFragment(string.Concat(Enumerable.Repeat("<a>", 5000)), outline, new NameTable()).Read(), Is.False);
    }
}
