using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Language.Tests.Spl;

namespace DetectionKit.Language.Tests.Binding;

/// <summary>Fields and models that no reader fills are named; what a lookup fills is told by the lookup's name.</summary>
internal sealed class FilledFieldsTests
{
    private static readonly FilledFields Filled = FilledFields.Of([(NetworkTraffic.Model, ["src", "dest"]), (NetworkTraffic.Model, ["app"])], eventTypes: ["gate_log"]);

    [TestCase("| tstats count from datamodel=Network_Traffic where All_Traffic.src=a by All_Traffic.app", "")]
    [TestCase("| tstats count from datamodel=Network_Traffic by All_Traffic.src «All_Traffic.rule»", "DK3007 nothing here fills `All_Traffic.rule`: no capture or log that is read here has it")]
    [TestCase("| tstats count from datamodel=«Updates» by Updates.dest", "DK3007 nothing here fills `Updates`: no capture or log that is read here makes its events")]
    [TestCase("| tstats count from datamodel=Network_Traffic by «All_Traffic.src_category»", "DK3007 nothing here fills `All_Traffic.src_category`: a lookup `asset_lookup_by_str` (CSV) does")]
    [TestCase("| tstats count from datamodel=Network_Traffic where «All_Traffic.rule»=a by All_Traffic.rule", "DK3007 nothing here fills `All_Traffic.rule`: no capture or log that is read here has it")]
    [TestCase("eventtype=gate_log", "")]
    [TestCase("eventtype=GATE_*", "")]
    [TestCase("«eventtype»=door_log", "DK3007 nothing here fills `eventtype=door_log`: no reader gives that event type, and those of a Splunk installation are not here")]
    public void What_nothing_fills_is_a_warning(string marked, string expected) => Assert.That(SplTest.Marked(marked, Filled), Is.EqualTo(expected));

    [Test]
    public void Where_the_readers_are_not_known_nothing_is_said() =>
        Assert.That(SplTest.Marked("| tstats count from datamodel=Updates by Updates.dest"), Is.Empty);
}
