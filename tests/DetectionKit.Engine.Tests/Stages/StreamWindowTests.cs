using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Engine.Tests.Stages;

public sealed class StreamWindowTests
{
    private static readonly AggregateFunction[] Functions =
    [
        .. AggregateCatalogue.Names.Values.Distinct(StringComparer.Ordinal).Select(name => new AggregateFunction(name, Column.Of("v"), name, name.Contains("perc", StringComparison.Ordinal) ? 75 : null)),
        new("sum", Column.Of("v"), "allnum", AllNumbers: true),
    ];

    private static Gen<Value> Values => Gen.Frequency(
        (8, Gen.Choose(-3, 9).Select(n => Value.Of((long)n))),
        (4, Gen.Choose(0, 40).Select(n => Value.Of(n / 7.0))),
        (4, Gen.Elements("1", "1.0", "5", "a", "b", "", "-0", "1e308").Select(Value.Of)),
        (2, Gen.Elements(1e308, -1e308, 1e160, 0.0, -0.0).Select(Value.Of)),
        (1, Gen.Constant(Value.Null)),
        (2, Gen.Elements(Value.OfMany([Value.Of(1), Value.Of("x")]), Value.OfMany([Value.Of(2), Value.Of("2"), Value.Of(2.5)]))));

    private static Gen<(int Step, bool Timed, string Group, Value Value)> Rows =>
        from step in Gen.Choose(-2, 2)
        from timed in Gen.Frequency((12, Gen.Constant(true)), (1, Gen.Constant(false)))
        from key in Gen.Elements("g", "h")
        from value in Values
        select (step, timed, key, value);

    private static Gen<StreamStatsSpec> Specs =>
        from window in Gen.Choose(0, 5)
        from span in Gen.Elements(0.0, 1, 2.5, 6)
        from current in Gen.Elements(true, false)
        from global in Gen.Elements(true, false)
        where window > 0 || span > 0
        select new StreamStatsSpec(["g"], [.. Functions], window, span, current, global, false, null, null);

    // Time goes one way, the other, or to and fro; a window is what is left when what has to leave is taken out of all that came.
    [Test]
    public void A_window_that_moves_on_gives_what_its_rows_give_by_themselves() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(400),
        Prop.ForAll(Rows.ArrayOf().ToArbitrary(), Specs.ToArbitrary(), Gen.Choose(-1, 1).ToArbitrary(), (steps, spec, way) =>
        {
            var rows = RowsOf(steps, way);
            var found = StageCatalogue.Run([spec], rows.Select(row => row.Copy()), Some.Context()).ToList();
            var wanted = Recomputed(spec, rows);
            return Some.Text(found).SequenceEqual(Some.Text(wanted), StringComparer.Ordinal);
        }));

    [Test]
    public void A_window_of_many_rows_is_not_gone_through_for_each()
    {
        var spec = new StreamStatsSpec([], [Some.Function("min", "v"), Some.Function("dc", "v"), Some.Function("sum", "v")], 9000, 0, true, true, false, null, null);
        var rows = Enumerable.Range(0, 40_000).Select(n => RowAt(n, "g", Value.Of((long)(n * 7919 % 10_007)), n));
        var last = StageCatalogue.Run([spec], rows, Some.Context()).Last();
        var wanted = Enumerable.Range(31_000, 9000).Select(n => (long)(n * 7919 % 10_007)).ToList();
        Assert.That(
            (last["min(v)"], last["dc(v)"], last["sum(v)"]),
            Is.EqualTo((Value.Of(wanted.Min()), Value.Of((long)wanted.Distinct().Count()), Value.Of(wanted.Sum()))));
    }

    private static List<Row> RowsOf((int Step, bool Timed, string Group, Value Value)[] steps, int way)
    {
        var (rows, at) = (new List<Row>(), 100.0);
        foreach (var (step, timed, key, value) in steps)
        {
            at += way == 0 ? step : way * Math.Abs(step);
            rows.Add(RowAt(timed ? at : null, key, value, rows.Count));
        }

        return rows;
    }

    private static Row RowAt(double? time, string key, Value value, int number)
    {
        var row = new Row { Origin = new(time is { } at ? Timestamp.FromSeconds(at) : null, 0, number) };
        row["_time"] = Value.Of(time);
        row["g"] = Value.Of(key);
        row["v"] = value;
        return row;
    }

    private static List<Row> Recomputed(StreamStatsSpec spec, List<Row> rows)
    {
        var (window, results) = (new List<Row>(), new List<Row>());
        foreach (var row in rows)
        {
            if (spec.Current)
                window.Add(row);
            if (spec.TimeWindow > 0)
                window.RemoveAll(other => !(row["_time"].TryGetNumber(out var now) && other["_time"].TryGetNumber(out var time) && Math.Abs(now - time) <= spec.TimeWindow));
            var counted = spec.Global ? window : [.. window.Where(other => other["g"] == row["g"])];
            if (spec.Window > 0 && counted.Count > spec.Window)
                window = [.. window.Except(counted.Take(counted.Count - spec.Window))];
            var set = new AccumulatorSet(spec.Functions, Some.Context().Budget);
            foreach (var other in window.Where(other => other["g"] == row["g"]))
                set.Add(AccumulatorSet.Arguments(spec.Functions, other, Some.Context().Run), other);
            if (!spec.Current)
                window.Add(row);
            var result = row.Copy();
            for (var i = 0; i < spec.Functions.Length; i++)
            {
                if (set.Result(i) is { IsNull: false } value)
                    result[spec.Functions[i].Column] = value;
            }

            results.Add(result);
        }

        return results;
    }
}
