using System.Net;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Tests.Values;

internal sealed class IpAddressTextTests
{
    [TestCase("192.0.2.1", "192.0.2.1")]
    [TestCase("0.0.0.0", "0.0.0.0")]
    [TestCase("255.255.255.255", "255.255.255.255")]
    [TestCase("::", "::")]
    [TestCase("::1", "::1")]
    [TestCase("2001:DB8::A", "2001:db8::a")]
    [TestCase("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [TestCase("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    [TestCase("::ffff:192.0.2.1", "::ffff:192.0.2.1")]
    [TestCase("64:ff9b::192.0.2.33", "64:ff9b::c000:221")]
    public void An_address_is_read_and_written(string text, string written)
    {
        Assert.That(IpAddress.TryParse(text, out var address), Is.True);
        Assert.That(address.ToString(), Is.EqualTo(written));
    }

    [TestCase("")]
    [TestCase("1.2.3")]
    [TestCase("1.2.3.4.5")]
    [TestCase("1.2.3.256")]
    [TestCase("1.2.3.01")]
    [TestCase("1..2.3")]
    [TestCase("1.2.3.4 ")]
    [TestCase(":")]
    [TestCase(":1")]
    [TestCase("1:")]
    [TestCase("1::2::3")]
    [TestCase(":::")]
    [TestCase("1:2:3:4:5:6:7")]
    [TestCase("1:2:3:4:5:6:7:8:9")]
    [TestCase("1:2:3:4:5:6:7:8::")]
    [TestCase("12345::")]
    [TestCase("g::")]
    [TestCase("1.2.3.4::")]
    [TestCase("::1.2.3")]
    [TestCase("fe80::1%eth0")]
    [TestCase("[::1]")]
    public void Other_text_is_no_address(string text) => Assert.That(IpAddress.TryParse(text, out _), Is.False);

    [Test]
    public void What_the_runtime_writes_is_read_and_what_is_read_is_what_the_runtime_reads()
    {
        var random = new Random(5);
        for (var round = 0; round < 50_000; round++)
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            for (var zeros = random.Next(14); zeros > 0; zeros--)
                bytes[random.Next(16)] = 0;
            var text = new IPAddress(bytes).ToString().ToCharArray();
            var changes = random.Next(3);
            for (var change = 0; change < changes; change++)
                text[random.Next(text.Length)] = "0123456789abcdefAF::::...."[random.Next(26)];
            var isRead = IpAddress.TryParse(text, out var address);
            Assert.That(isRead || changes > 0, Is.True, new string(text));
            if (isRead)
                Assert.That(IPAddress.Parse(text).GetAddressBytes(), Is.EqualTo(IPAddress.Parse(address.ToString()).GetAddressBytes()), new string(text));
        }
    }
}
