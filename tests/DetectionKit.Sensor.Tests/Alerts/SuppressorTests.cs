using DetectionKit.Bundles;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;

namespace DetectionKit.Sensor.Tests.Alerts;

public sealed class SuppressorTests
{
    private static readonly BundleThrottling Hourly = new(["src_ip"], 3600);

    [Test]
    public void A_second_alert_of_the_same_values_waits_for_the_period_to_pass()
    {
        var suppressor = new Suppressor();
        Assert.That(suppressor.Pass(Some.Alert("a", 0, throttling: Hourly)), Is.Not.Null);
        Assert.That(suppressor.Pass(Some.Alert("b", 3599, throttling: Hourly)), Is.Null);
        Assert.That(suppressor.Pass(Some.Alert("c", 3599, source: "10.0.0.6", throttling: Hourly)), Is.Not.Null);
        Assert.That(suppressor.Pass(Some.Alert("d", 3600, throttling: Hourly)), Is.Not.Null);
        Assert.That(suppressor.Suppressed, Is.EqualTo(1));
    }

    [Test]
    public void Later_revisions_of_an_alert_that_went_out_go_out_and_those_of_one_that_did_not_do_not()
    {
        var suppressor = new Suppressor();
        Assert.That(suppressor.Pass(Some.Alert("a", 0, throttling: Hourly)), Is.Not.Null);
        Assert.That(suppressor.Pass(Some.Alert("b", 1, throttling: Hourly)), Is.Null);
        Assert.That(suppressor.Pass(Some.Alert("a", 2, revision: 2, throttling: Hourly)), Is.Not.Null);
        Assert.That(suppressor.Pass(Some.Alert("b", 3, revision: 2, throttling: Hourly)), Is.Null);
    }

    [Test]
    public void An_alert_that_is_withdrawn_goes_out_as_such_and_holds_nothing_back_any_more()
    {
        var suppressor = new Suppressor();
        Assert.That(suppressor.Pass(Some.Alert("a", 0, throttling: Hourly)), Is.Not.Null);
        Assert.That(suppressor.Pass(Some.Alert("a", 0, revision: 2, state: LiveRowState.Withdrawn, throttling: Hourly)), Is.Not.Null);
        Assert.That(suppressor.Pass(Some.Alert("b", 1, throttling: Hourly)), Is.Not.Null);
        Assert.That(suppressor.Pass(Some.Alert("c", 2, throttling: Hourly)), Is.Null);
    }

    [Test]
    public void A_rule_without_throttling_is_not_held_back()
    {
        var suppressor = new Suppressor();
        Assert.That(Enumerable.Range(0, 3).Select(i => suppressor.Pass(Some.Alert($"{i}", i))), Is.All.Not.Null);
    }

    [Test]
    public void What_is_remembered_is_bounded_and_forgetting_lets_one_too_many_out()
    {
        var suppressor = new Suppressor(most: 2);
        foreach (var source in new[] { "10.0.0.1", "10.0.0.2", "10.0.0.3" })
            Assert.That(suppressor.Pass(Some.Alert(source, 0, source: source, throttling: Hourly)), Is.Not.Null);
        Assert.That(suppressor.Pass(Some.Alert("x", 1, source: "10.0.0.3", throttling: Hourly)), Is.Null);
        Assert.That(suppressor.Pass(Some.Alert("y", 1, source: "10.0.0.1", throttling: Hourly)), Is.Not.Null);
    }
}
