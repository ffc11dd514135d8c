using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>What several rows make is as new as the newest of them; a row without an event changes nothing.</summary>
public sealed class RowOriginTests
{
    private static readonly StageSpec[] Stages =
    [
        new ContingencySpec("a", "b", 10, 10, 1, 1, null),
        new FieldSummarySpec([], 10),
        new MvCombineSpec("b"),
        new XySeriesSpec("a", "a", ["b"], Grouped: false, ""),
        new TopSpec(["a"], [], 10, Rarest: false, "count", null, null),
        Some.Stats("a", Some.Function("count")),
    ];

    [TestCaseSource(nameof(Stages))]
    public void The_newest_event_counts_wherever_it_stands(StageSpec stage)
    {
        foreach (long?[] times in (long?[][])[[5, 9, 7, null], [null, 9, 5], [9, null, 5], [null, 5, 9]])
        {
            var rows = times.Select((time, i) => RowOf(i, time));
            Assert.That(StageCatalogue.Run([stage], rows, Some.Context()).Select(row => row.Origin.Newest?.Nanoseconds), Is.Not.Empty.And.All.EqualTo(9));
        }
    }

    private static Row RowOf(int number, long? time)
    {
        var row = Some.Row("a=x b=y");
        row.Origin = time is { } at ? new(new Timestamp(at), 0, number) : RowOrigin.None;
        return row;
    }
}
