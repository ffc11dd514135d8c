using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>Texts that look like JSON and cannot be read as such, texts and rows without end: nothing throws, and what is left out is counted.</summary>
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
    public void A_text_that_stages_double_again_and_again_stays_bounded()
    {
        StageSpec[] doubling =
        [
            new StrCatSpec([new("a", true), new("a", true)], "a", false),
            new SedSpec("a", [new SedEdit(TextRegex.Of("x"), "", "xx", 0)]),
            new SedSpec("a", [new SedEdit(TextRegex.Of(".+"), "", @"\0\0", 1)]),
        ];
        foreach (var spec in doubling)
        {
            var row = StageCatalogue.Run([.. Enumerable.Repeat(spec, 22)], [Some.Row("a=x")], Some.Context()).Single();
            Assert.That(row["a"].ToText(), Has.Length.EqualTo(MadeText.Longest), spec.ToString());
        }
    }

    [Test]
    public void Values_joined_by_nomv_stay_bounded()
    {
        var row = new Row { ["a"] = Value.OfMany(Enumerable.Repeat(Value.Of(new string('x', 1000)), 1000)) };
        Assert.That(StageCatalogue.Run([new NoMvSpec("a", ",")], [row], Some.Context()).Single()["a"].ToText(), Has.Length.EqualTo(MadeText.Longest));
    }

    [Test]
    public void A_row_counts_in_so_many_combinations_of_its_values_and_what_is_left_out_is_counted()
    {
        var table = new LookupTable { Name = "table", Columns = ["c", "d"], Rows = [["x", "y"]] };
        var many = Value.OfMany(Enumerable.Range(0, 1000).Select(number => Value.Of(number)));
        StageSpec[] specs =
        [
            Some.Stats("a b", Some.Function("count")),
            new EventStatsSpec(["a", "b"], [Some.Function("count")]),
            new ContingencySpec("a", "b", 0, 0, 1, 1, null),
            new ChartSpec("a", null, 0, null, null, false, new ChartSplit("b", null, new("count", 1), null, null, ""), [Some.Function("count")], null, []),
            new TopSpec(["a"], ["b"], 1, false, null, null, null),
            new LookupSpec("table", [new("c", "a"), new("d", "b")], [], false),
        ];
        foreach (var spec in specs)
        {
            var budget = new Budget(RunLimits.Default);
            _ = StageCatalogue.Run([spec], [new Row { ["a"] = many, ["b"] = many }], Some.Context(table) with { Budget = budget }).Count();
            Assert.That(budget.Shortfalls(), Has.Some.StartsWith("a row counts in at most 100000 combinations of its values"), spec.GetType().Name);
        }
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
