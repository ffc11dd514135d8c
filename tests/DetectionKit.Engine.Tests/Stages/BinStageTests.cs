using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>Splunk Search Reference, "bin": what no decimal holds is no reason to stop.</summary>
internal sealed class BinStageTests
{
    [TestCase(1e-12, "a=0.5", ExpectedResult = "a=0.5-0.500000001")]
    [TestCase(1e200, "a=5", ExpectedResult = "a=0-1000000000000000")]
    [TestCase(1, "a=1e300", ExpectedResult = "a=1e300")]
    public string A_width_is_held_within_what_can_be_reckoned(double width, string row) =>
        string.Join(';', Some.Run(new BinSpec("a", "a", new BucketSpan(width, BucketUnit.Number), 0, null, null, null, null), row));
}
