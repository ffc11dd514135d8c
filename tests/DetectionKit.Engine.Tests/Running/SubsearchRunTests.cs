using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Running;

/// <summary>Detectors with pipelines inside their stages.</summary>
public sealed class SubsearchRunTests
{
    private static readonly SourceSpec Raw = new SourceSpec.OfRaw(["a"], null);

    [Test]
    public void A_subsearch_sees_the_same_events_and_reads_source_types_of_its_own()
    {
        var inner = new FakePipeline<RawEvent>(new SourceSpec.OfRaw(["b"], null), _ => true, new TableSpec(["n"]));
        var run = new DetectionRun([new FakeDetector<RawEvent>(Raw, _ => true, new TableSpec(["n"]), new AppendSpec(0) { Subsearches = [inner] })], new());
        Assert.That((run.Interest.WantsRaw("a"), run.Interest.WantsRaw("b"), run.Interest.WantsRaw("c")), Is.EqualTo((true, true, false)));
        Feed(run, ("b", 1), ("a", 2), ("b", 3));
        Assert.That(Some.Text(run.Finish().Rows.Select(row => row.Row)), Is.EqualTo(["n=2", "n=3", "n=1"]));
    }

    [Test]
    public void What_a_limit_leaves_out_is_counted()
    {
        var inner = new FakePipeline<RawEvent>(Raw, _ => true, new TableSpec(["n"]));
        var run = new DetectionRun([new FakeDetector<RawEvent>(Raw, _ => false, new AppendSpec(1) { Subsearches = [inner] })], new());
        Feed(run, ("a", 1), ("a", 2), ("a", 3));
        var result = run.Finish();
        Assert.That(Some.Text(result.Rows.Select(row => row.Row)), Is.EqualTo(["n=3"]));
        Assert.That(result.Notices.Select(notice => notice.Message), Is.EqualTo(["a subsearch gave more than 1 rows: 2 left out"]));
    }

    [Test]
    public void A_subsearch_that_throws_sets_its_detector_aside()
    {
        var inner = new FakePipeline<RawEvent>(Raw, _ => throw new InvalidOperationException("broken"));
        var run = new DetectionRun([new FakeDetector<RawEvent>(Raw, _ => true, new AppendSpec(0) { Subsearches = [inner] })], new());
        Feed(run, ("a", 1));
        var result = run.Finish();
        Assert.That(result.Rows, Is.Empty);
        Assert.That(result.Notices.Select(notice => notice.Kind), Is.EqualTo([RunNoticeKind.Failed]));
    }

    private static void Feed(DetectionRun run, params (string SourceType, int Number)[] events)
    {
        var input = run.OpenInput();
        foreach (var (sourceType, number) in events)
        {
            var e = new RawEvent(Timestamp.FromSeconds(number), sourceType, "test");
            e.Add("n", Value.Of(number));
            input.OnRaw(e);
        }
    }
}
