using System.Text;
using Ascii = DetectionKit.Traffic.Protocols.Parsing.Ascii;

namespace DetectionKit.Traffic.Tests.Protocols;

/// <summary>What counts as text, at each place of a line.</summary>
public sealed class AsciiTests
{
    [Test]
    public void Each_byte_is_judged_wherever_it_stands([Values(1, 15, 16, 17, 40)] int length)
    {
        for (var value = 0; value < 256; value++)
        {
            for (var at = 0; at < length; at++)
            {
                var line = Enumerable.Repeat((byte)'a', length).ToArray();
                line[at] = (byte)value;
                var visible = value is '\t' or (>= 0x20 and < 0x7F);
                Assert.That((Ascii.IsVisible(line), Ascii.IsPrintable(line)), Is.EqualTo((visible, visible || value >= 0x80)), $"{value:x2} at {at}");
            }
        }
    }

    [TestCase("", ExpectedResult = -1)]
    [TestCase("GET", ExpectedResult = -1)]
    [TestCase("GET /", ExpectedResult = 3)]
    [TestCase("(", ExpectedResult = 0)]
    [TestCase("M-SEARCH* ", ExpectedResult = 9)]
    public int A_token_ends_before_what_none_has(string text) => Ascii.IndexOfOther(Encoding.ASCII.GetBytes(text), Ascii.Token);
}
