using System.Collections.Immutable;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan.Stages;
using FsCheck;
using FsCheck.Fluent;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Random stages of plain data.</summary>
internal static class RandomSpecs
{
    private static readonly Gen<string> ColumnName = Gen.Elements("a", "b", "c", "_time", "d");

    public static Gen<PlanStage> Any => Gen.OneOf(
        Rex.Select(Plain),
        Bin.Select(Plain),
        Rows.Select(Plain),
        Top.Select(Plain),
        Shapes.Select(Plain),
        Chart,
        StreamStats);

    /// <summary>Tables in another shape, alone and behind one another.</summary>
    public static Gen<ImmutableArray<PlanStage>> Tables => RandomPlans.ListOf(Gen.OneOf(Shapes.Select(Plain), Chart), 1, 2);

    private static Gen<StageSpec> Rex =>
        from column in ColumnName
        from pattern in Gen.Elements("(?<d>.)", "(?P<a>[a-z]+)|(?P<n>[0-9])", "(?<e>x*)", "^(?<b>.*?)\\.")
        from most in Gen.Elements(0, 1, 2)
        from offsets in Gen.Elements(null, "o")
        select (StageSpec)new RexSpec(column, TextRegex.Of(pattern), most, offsets);

    private static Gen<StageSpec> Bin =>
        from column in ColumnName
        from span in Gen.Elements(null, new BucketSpan(10, BucketUnit.Number), new(0.5, BucketUnit.Number), new(60, BucketUnit.Second))
        from bins in Gen.Elements(2, 10)
        from target in Gen.Elements("d", "e")
        select (StageSpec)new BinSpec(column, target, span, bins, null, null, null, null);

    private static Gen<StageSpec> Rows =>
        from column in ColumnName
        from flag in Gen.Elements(true, false)
        from spec in Gen.Elements<Func<string, bool, StageSpec>>(
            (name, isOn) => new MakeMvSpec(name, "a", null, isOn),
            (name, _) => new MakeMvSpec(name, " ", TextRegex.Of("([0-9])"), true),
            (name, _) => new NoMvSpec(name, ","),
            (name, isOn) => new AccumSpec(name, isOn ? name : "e"),
            (name, isOn) => new DeltaSpec(name, "e", isOn ? 1 : 2),
            (name, isOn) => new AutoRegressSpec(name, isOn ? "e" : null, 2, isOn ? 2 : 3),
            (name, isOn) => new StrCatSpec([new("<", false), new(name, true), new("b", true)], "e", isOn),
            (name, _) => new RangeMapSpec(name, [new("low", -5, 10), new("ten", 10, 1e6)], "none"),
            (_, _) => new UniqSpec(),
            (name, _) => new UntableSpec(name, "n", "v"))
        select spec(column, flag);

    private static Gen<StageSpec> Top =>
        from columns in RandomPlans.ListOf(ColumnName, 1, 2)
        from groups in RandomPlans.ListOf(ColumnName, 0, 1)
        from limit in Gen.Choose(0, 2)
        from rarest in Gen.Elements(true, false)
        from other in Gen.Elements(null, "OTHER")
        select (StageSpec)new TopSpec([.. columns.Distinct(StringComparer.Ordinal)], groups, limit, rarest, "count", "percent", other);

    private static Gen<StageSpec> Shapes =>
        from column in ColumnName
        from other in Gen.Elements("a", "b", "c")
        from flag in Gen.Elements(true, false)
        from limit in Gen.Choose(0, 2)
        from spec in Gen.Elements<Func<string, string, bool, int, StageSpec>>(
            (_, two, isOn, _) => new AddTotalsSpec(isOn ? [] : [two, "d*"], isOn ? "Total" : null, true, isOn ? null : "e", "All"),
            (one, _, isOn, _) => new AddTotalsSpec([one], "a", isOn, null, ""),
            (one, two, isOn, _) => new FillDownSpec(isOn ? [] : [one, two]),
            (_, two, _, _) => new MvCombineSpec(two),
            (one, two, isOn, _) => new ReplaceSpec([new("a*", "<*>"), new("1", "one"), new("*c", "* see"), new("*", isOn ? "*" : "any")], isOn ? [] : [one, two]),
            (one, _, isOn, most) => new TransposeSpec(most, "column", isOn ? one : null, isOn),
            (one, two, isOn, _) => new XySeriesSpec(one, two, isOn ? ["d"] : ["c", "d"], false, "$AGG$: $VAL$"),
            (one, two, _, _) => new XySeriesSpec(one, two, ["c"], true, "$AGG$: $VAL$"))
        select spec(column, other, flag, limit);

    private static Gen<PlanStage> Chart =>
        from aggregate in RandomStages.Aggregate
        from column in Gen.Elements("a", "b", "c")
        from split in Gen.Elements(null, "a", "b", "c")
        from score in Gen.Elements("count", "sum", "max")
        from limit in Gen.Choose(0, 2)
        from flag in Gen.Elements(true, false)
        from other in Gen.Elements(null, "OTHER")
        from none in Gen.Elements(null, "NULL")
        let stage = (AggregateStage)aggregate
        let series = split is null ? null : new ChartSplit(split, null, new SeriesChoice(score, limit, flag), other, none, "$AGG$: $VAL$")
        select (PlanStage)new SpecStage(Nowhere, new ChartSpec(column, null, 0, null, null, false, series, [], null, [], flag), ColumnNeeds.All, [.. stage.Functions.Where(function => function.Pattern is null).DefaultIfEmpty(new BoundAggregate(Nowhere, "count", null, "c", null))]);

    private static Gen<PlanStage> StreamStats =>
        from aggregate in RandomStages.Aggregate
        from window in Gen.Choose(0, 3)
        from time in Gen.Elements(0.0, 0.0, 10.0)
        from current in Gen.Elements(true, false)
        from global in Gen.Elements(true, false)
        from change in Gen.Elements(true, false, false)
        from condition in RandomPlans.Conditions(1)
        from place in Gen.Choose(0, 3)
        let stage = (AggregateStage)aggregate
        select (PlanStage)new SpecStage(Nowhere, new StreamStatsSpec(stage.By, [], window, time, current, global, change, null, null), ColumnNeeds.All, [.. stage.Functions.Where(function => function.Pattern is null)])
        {
            Conditions = [place == 1 ? condition : null, place == 2 ? condition : null],
        };

    private static PlanStage Plain(StageSpec spec) => new SpecStage(Nowhere, spec, ColumnNeeds.All);
}
