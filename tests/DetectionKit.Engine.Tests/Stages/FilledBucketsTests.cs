using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>Rows for buckets that have none count as all rows do that a stage makes: what does not fit is told, and what rows there are stay.</summary>
public sealed class FilledBucketsTests
{
    private static readonly StageSpec[] Stages =
    [
        new MakeContinuousSpec("_time", new(1, BucketUnit.Second), 0, null, null),
        new ChartSpec("_time", new(1, BucketUnit.Second), 0, null, null, Fill: true, null, [Some.Function("count")], null, []),
    ];

    [TestCaseSource(nameof(Stages))]
    public void Where_too_many_are_missing_the_rows_that_are_there_stay(StageSpec stage)
    {
        var budget = new Budget(new RunLimits(10, 100, 100));
        var context = new StageContext(new RunContext(new Timestamp(0), TimeZoneInfo.Utc), new LookupStore([]), budget);
        var rows = StageCatalogue.Run([stage], Some.Rows("_time=0", "_time=1000000", "_time=1000002"), context).Select(row => row["_time"].ToText()).ToList();
        Assert.That(rows, Is.EqualTo(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "1000000", "1000002"]));
        Assert.That(budget.Shortfalls(), Has.Some.StartsWith("more than 10 "));
    }

    [TestCase(1e30, 2e30)]
    [TestCase(-2e30, -1e30)]
    public void Bounds_beyond_all_buckets_are_no_failure(double start, double end)
    {
        Assert.That(Some.Run(new MakeContinuousSpec("a", new(1, BucketUnit.Number), 0, start, end), "a=1"), Has.Length.LessThanOrEqualTo(1));
        Assert.That(Some.Run(new MakeContinuousSpec("_time", new(1, BucketUnit.Second), 0, start, end), "_time=1"), Has.Length.LessThanOrEqualTo(1));
    }

    [Test]
    public void A_width_too_small_for_a_number_to_grow_by_makes_no_rows() =>
        Assert.That(Some.Run(new MakeContinuousSpec("a", new(1e-9, BucketUnit.Number), 0, null, null), "a=100000000000000", "a=100000000000001"), Has.Length.EqualTo(2));
}
