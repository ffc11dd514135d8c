using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>Texts that look like JSON and cannot be read as such, and rows without end: nothing throws, and what is left out is counted.</summary>
internal sealed class HostileTextTests
{
    private static readonly string[] Texts =
        ["{\"a\":\"\\ud800\"}", "{\"\\udc00\":1}", "[\"\\uD800\"]", "{\"a\":\"\ud800\"}", "[\"\udc00", "[1,", new('[', 1000), "{\"a\":1e999999}"];

    [TestCaseSource(nameof(Texts))]
    public void Text_that_is_nearly_JSON_is_no_reason_to_stop(string text)
    {
        StageSpec[] specs =
        [
            new ForeachSpec(ForeachMode.JsonArray, ["a"], [new EvalAssignment("n", (row, _) => row["<<ITEM>>"])], ["<<ITEM>>"]),
            new FromJsonSpec("a", ""),
        ];
        foreach (var spec in specs)
        {
            var row = new Row { ["a"] = Value.Of(text) };
            Assert.That(StageCatalogue.Run([spec], [row], Some.Context()).Count(), Is.EqualTo(1), spec.ToString());
        }

        Assert.That(() => StructuredText.TryJson(text)?.Dispose(), Throws.Nothing);
    }

    [Test]
    public void Rows_that_leave_a_window_of_streamstats_early_are_counted()
    {
        var budget = new Budget(RunLimits.Default);
        var spec = new StreamStatsSpec([], [Some.Function("count")], 0, 1e9, true, true, false, null, null);
        var rows = Enumerable.Range(0, 10_003).Select(second => Some.Row($"_time={second}"));
        Assert.That(StageCatalogue.Run([spec], rows, Some.Context() with { Budget = budget }).Last()["count"].ToText(), Is.EqualTo("10000"));
        Assert.That(budget.Shortfalls(), Is.EqualTo(["a window of streamstats holds 10000 rows: 3 left it early"]));
    }
}
