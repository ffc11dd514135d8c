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

    // Search Reference, "makecontinuous".
    [TestCase(0.1, null, "n=0.05 v=a;n=0.35 v=b;n=0.65 v=c", ExpectedResult = "n=0 v=a;n=0.1;n=0.2;n=0.3 v=b;n=0.4;n=0.5;n=0.6 v=c", Description = "a tenth has no binary fraction, and no row is lost")]
    [TestCase(10.0, 5.0, "n=12 v=a;n=31 v=b", ExpectedResult = "n=0;n=10 v=a;n=20;n=30 v=b", Description = "a start between two bounds")]
    public string Rows_keep_their_place_in_a_continuous_axis(double width, double? start, string rows) =>
        string.Join(';', Some.Run(new MakeContinuousSpec("n", new BucketSpan(width, BucketUnit.Number), 0, start, null), rows.Split(';')));
}
