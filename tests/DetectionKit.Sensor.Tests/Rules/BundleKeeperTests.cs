using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Observing;
using DetectionKit.Sensor.Rules;

namespace DetectionKit.Sensor.Tests.Rules;

public sealed class BundleKeeperTests
{
    [Test]
    public void A_bundle_that_is_not_there_is_told_at_the_begin()
    {
        using var said = new StringWriter();
        var log = new SensorLog(said, journal: false);
        var alerts = new AlertMaker("core-1", log, _ => { }, (_, _) => { });
        using var keeper = new BundleKeeper(new BundleSource("/nowhere", [], allowUnsigned: true, "/nowhere/accepted.json"), new LiveRun(TimeSpan.FromHours(1), alerts), alerts, log);
        Assert.That(keeper.Begin(), Is.False);
        Assert.That(said.ToString(), Does.Contain("/nowhere: there is no bundle"));
    }
}
