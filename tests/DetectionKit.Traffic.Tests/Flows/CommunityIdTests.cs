using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Flows;

namespace DetectionKit.Traffic.Tests.Flows;

internal sealed class CommunityIdTests
{
    // Figures that the specification's baseline publishes for seed 0.
    [TestCase("128.232.110.120", 34855, "66.35.250.204", 80, 6, "1:LQU9qZlK+B5F3KDmev6m5PMibrg=")]
    [TestCase("66.35.250.204", 80, "128.232.110.120", 34855, 6, "1:LQU9qZlK+B5F3KDmev6m5PMibrg=")]
    [TestCase("192.168.1.52", 54585, "8.8.8.8", 53, 17, "1:d/FP5EW3wiY1vCndhwleRRKHowQ=")]
    [TestCase("192.168.0.89", 8, "192.168.0.1", 0, 1, "1:X0snYXpgwiv9TZtqg64sgzUn6Dk=")]
    public void The_published_figures_come_out(string source, int sourcePort, string destination, int destinationPort, int protocol, string expected)
    {
        Assert.That(IpAddress.TryParse(source, out var from) & IpAddress.TryParse(destination, out var to), Is.True);
        Assert.That(CommunityId.Of(from, (ushort)sourcePort, to, (ushort)destinationPort, (byte)protocol), Is.EqualTo(expected));
    }
}
