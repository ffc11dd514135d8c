using DetectionKit.Testing.Synthesis;
using DetectionKit.Testing.Synthesis.Content;

namespace DetectionKit.Testing.Tests.Synthesis;

internal sealed class ForeignTrafficTests
{
    [Test]
    public void Bytes_of_no_protocol_stay_unidentified()
    {
        var named = ForeignTraffic.Run(series: 7, flows: 10_000);
        Assert.That(named, Has.Count.LessThanOrEqualTo(1), string.Join('\n', named));
    }

    [Test]
    [Explicit("The full number, in half a minute: dotnet test --filter Name~hundred_thousand")]
    public void Of_a_hundred_thousand_flows_of_no_protocol_at_most_ten_are_named([Values(1, 2, 3)] int series)
    {
        var named = ForeignTraffic.Run(series, flows: 100_000);
        TestContext.Out.WriteLine($"series {series}: {named.Count} of 100000 named\n{string.Join('\n', named)}");
        Assert.That(named, Has.Count.LessThanOrEqualTo(10), string.Join('\n', named));
    }

    [Test]
    public void A_series_has_the_same_bytes_each_time()
    {
        for (var number = 0; number < 200; number++)
        {
            var (once, again) = (ForeignFlow.Make(3, number), ForeignFlow.Make(3, number));
            Assert.That(again.Messages.Select(message => Convert.ToHexString(message.Bytes)), Is.EqualTo(once.Messages.Select(message => Convert.ToHexString(message.Bytes))));
        }
    }

    [Test]
    public void A_series_has_every_content_every_carrier_and_every_size()
    {
        var flows = Enumerable.Range(0, 3000).Select(number => ForeignFlow.Make(5, number)).ToArray();
        Assert.That(flows.Select(flow => flow.Content).Distinct().Count(), Is.EqualTo(ForeignContent.All.Length));
        Assert.That(flows.Select(flow => (flow.Udp, flow.Handshake, flow.Messages.Any(message => !message.FromFirst))).Distinct().Count(), Is.EqualTo(6));
        Assert.That(flows.Select(flow => flow.Messages.Length).Distinct().Order(), Is.EqualTo(Enumerable.Range(1, 8)));
        var sizes = flows.SelectMany(flow => flow.Messages).Select(message => message.Bytes.Length).ToArray();
        Assert.That((sizes.Min(), sizes.Max()), Is.EqualTo((16, 1400)));
    }
}
