using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using FsCheck;
using FsCheck.Fluent;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Random stages of every kind over the columns of <see cref="RandomPlans"/>, timed events, and tables to look up in.</summary>
internal static class RandomStages
{
    private static readonly string[] Columns = ["a", "b", "c", "_time", "d"];

    private static readonly string[] Aggregates =
        [.. AggregateCatalogue.Names.Values.Distinct(StringComparer.Ordinal).Except(["sparkline"], StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static readonly string[] Conversions = ["auto", "ctime", "dur2sec", "memk", "mktime", "mstime", "none", "num", "rmcomma", "rmunit"];

    public static readonly ImmutableDictionary<string, LookupTable> Tables = ((LookupTable[])
    [
        new() { Name = "exact", Columns = ["a", "x", "y"], Rows = [["1", "one", "u"], ["abc", "letters", ""], ["abc", "again", "v"], ["10", "ten", "w"]], CaseSensitive = false },
        new() { Name = "stars", Columns = ["a", "x", "y"], Rows = [["a*", "an a", "1"], ["*c", "a c", "2"], ["*", "any", "3"]], Matches = Matching(LookupMatch.Wildcard), MaxMatches = 2 },
        new() { Name = "nets", Columns = ["a", "x", "y"], Rows = [["10.0.0.0/8", "ten", "n"], ["2001:db8::/32", "doc", "m"]], Matches = Matching(LookupMatch.Cidr), MinMatches = 1, DefaultMatch = "outside" },
        new()
        {
            Name = "times", Columns = ["a", "x", "y"], Rows = [["1", "first", "1700000000"], ["1", "second", "1700000100"], ["abc", "third", "1700000050"], ["abc", "never", "soon"]],
            Time = new LookupTime("y") { MinOffset = 7, MaxOffset = 150 }, MaxMatches = 1,
        },
    ]).ToImmutableDictionary(table => table.Name, StringComparer.Ordinal);

    public static Gen<ImmutableArray<PlanStage>> Pipelines => RandomPlans.ListOf(Stage, 1, 4);

    /// <summary>Events a few seconds apart, now and then at the same moment.</summary>
    public static Gen<ImmutableArray<RawEvent>> Events => RandomPlans.ListOf(
        from fields in RandomPlans.RawEvents
        from second in Gen.Choose(0, 40)
        select At(fields, 1_700_000_000 + (second * 7)),
        0,
        12);

    private static Gen<string> ColumnName => Gen.Elements(Columns);

    private static Gen<PlanStage> Stage => Gen.Frequency(
        (2, RandomPlans.RowPredicates.Select(predicate => (PlanStage)new FilterStage(Nowhere, predicate))),
        (2, RandomPlans.Conditions(1).Select(condition => (PlanStage)new WhereStage(Nowhere, condition))),
        (3, RandomPlans.ListOf(Assignment, 1, 2).Select(assignments => (PlanStage)new EvalStage(Nowhere, assignments))),
        (6, Aggregate),
        (2, RandomPlans.ListOf(Pair, 1, 2).Select(pairs => (PlanStage)new RenameStage(Nowhere, pairs))),
        (2, Convert),
        (1, from patterns in Patterns from remove in Gen.Elements(true, false) select (PlanStage)new FieldsStage(Nowhere, patterns, remove)),
        (1, Patterns.Select(patterns => (PlanStage)new TableStage(Nowhere, patterns))),
        (2, from keys in RandomPlans.ListOf(Key, 1, 2) from limit in Gen.Elements(0, 0, 3) select (PlanStage)new SortStage(Nowhere, keys, limit)),
        (2, Dedup),
        (1, from columns in RandomPlans.ListOf(ColumnName, 0, 2) from fill in Gen.Elements("0", "none") select (PlanStage)new FillNullStage(Nowhere, Value.Of(fill), columns)),
        (2, Lookup),
        (1, Head),
        (1, Gen.Choose(1, 4).Select(limit => (PlanStage)new TailStage(Nowhere, limit))),
        (1, Gen.Constant((PlanStage)new ReverseStage(Nowhere))),
        (1, from column in ColumnName from limit in Gen.Choose(0, 2) select (PlanStage)new MvExpandStage(Nowhere, column, limit)),
        (1, from column in ColumnName from pattern in Gen.Elements("^a", "c$", @"\d+\.\d", "b|x") from negate in Gen.Elements(true, false) select (PlanStage)new RegexStage(Nowhere, column, pattern, negate)),
        (2, Aggregate.Select(stage => (PlanStage)new EventStatsStage(Nowhere, ((AggregateStage)stage).By, ((AggregateStage)stage).Functions))),
        (4, RandomSpecs.Any));

    private static Gen<PlanStage> Head =>
        from limit in Gen.Elements<int?>(null, 1, 3)
        from condition in RandomPlans.Conditions(1)
        from isBare in Gen.Elements(true, false)
        from keep in Gen.Elements(true, false)
        select (PlanStage)new HeadStage(Nowhere, limit, isBare ? null : condition, keep);

    private static Gen<BoundAssignment> Assignment =>
        from column in Gen.Elements("a", "d", "e") from expression in RandomPlans.Expressions(2) select new BoundAssignment(Nowhere, column, expression);

    private static Gen<RenamePair> Pair => Gen.Elements(
        new RenamePair("a", "d"), new("b", "a"), new("missing", "c"), new("*", "x.*"), new("x.*", "*"), new("a", "a"), new("*a*", "*y*"), new("_*", "t_*"), new("d", "b"));

    private static Gen<ImmutableArray<string>> Patterns => RandomPlans.ListOf(Gen.Elements("a", "b", "c", "d", "*", "_time", "_*", "x.*", "count*", "*1"), 1, 3);

    private static Gen<SortKey> Key =>
        from column in ColumnName
        from isDown in Gen.Elements(true, false)
        from comparison in Gen.Elements(Enum.GetValues<SortComparison>())
        select new SortKey(column, isDown, comparison);

    public static Gen<PlanStage> Aggregate =>
        from groups in RandomPlans.ListOf(Gen.Elements("a", "b", "_time", "d"), 0, 2)
        from functions in RandomPlans.ListOf(Function, 1, 3)
        from span in Gen.Elements(null, new BucketSpan(60, BucketUnit.Second))
        from fill in Gen.Elements(null, null, "none")
        from isDistinct in Gen.Elements(true, false)
        select (PlanStage)new AggregateStage(
            Nowhere,
            [.. groups.Distinct(StringComparer.Ordinal)],
            [.. functions.Select((function, i) => function.Pattern is null ? function with { Column = i == 0 ? "c" : $"{function.Name}{i}" } : function with { Column = $"{function.Name}{i}(*)" })],
            groups.Contains("_time", StringComparer.Ordinal) ? span : null,
            fill)
        { DistinctBy = isDistinct };

    private static Gen<BoundAggregate> Function =>
        from name in Gen.Elements(Aggregates)
        from column in ColumnName
        from expression in RandomPlans.Expressions(1)
        from isBare in Gen.Elements(true, false)
        from isColumn in Gen.Elements(true, true, false)
        from percentile in Gen.Elements(0, 5, 50, 95, 99.9, 100)
        from pattern in Gen.Frequency((5, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("*", "a*")))
        from allNumbers in Gen.Elements(false, false, false, true)
        select new BoundAggregate(
            Nowhere,
            name,
            pattern is not null || (name is "count" && isBare) ? null : isColumn ? new FieldExpression(Nowhere, new FieldSymbol.Column(column)) : expression,
            "",
            name.EndsWith("perc", StringComparison.Ordinal) ? percentile : null)
        {
            Pattern = pattern,
            AllNumbers = allNumbers && name is "sum" or "avg" or "max",
        };

    private static Gen<PlanStage> Convert =>
        from conversions in RandomPlans.ListOf(
            from function in Gen.Elements(Conversions)
            from pattern in Gen.Elements("a", "b", "c", "_time", "*", "missing")
            from target in Gen.Elements(null, null, "d")
            select new Conversion(function, pattern, pattern is "*" ? null : target),
            1,
            2)
        from format in Gen.Elements("%m/%d/%Y %H:%M:%S", "%Y-%m-%d", "%s")
        select (PlanStage)new ConvertStage(Nowhere, format, conversions);

    private static Gen<PlanStage> Dedup =>
        from columns in RandomPlans.ListOf(ColumnName, 1, 2)
        from keep in Gen.Elements(1, 1, 2)
        from keepEvents in Gen.Elements(true, false)
        from keepEmpty in Gen.Elements(true, false)
        from consecutive in Gen.Elements(true, false)
        from keys in RandomPlans.ListOf(Key, 0, 1)
        select (PlanStage)new DedupStage(Nowhere, new DedupSpec(columns, keep, keepEvents, keepEmpty, consecutive, keys));

    private static Gen<PlanStage> Lookup =>
        from table in Gen.Elements("exact", "stars", "nets", "times", "undefined")
        from column in ColumnName
        from second in Gen.Elements(true, false, false, false)
        from outputs in Gen.Elements<LookupField[]>([], [new("x", "d")], [new("x", "a"), new("y", "e")], [new("none", "b")])
        from keep in Gen.Elements(true, false)
        select (PlanStage)new LookupStage(Nowhere, new LookupSpec(
            table, second ? [new LookupField("a", column), new LookupField("y", "b")] : [new LookupField("a", column)], [.. outputs], keep), table is "times");

    private static RawEvent At(RawEvent fields, long second)
    {
        var e = new RawEvent(Timestamp.FromSeconds(second), fields.SourceType, fields.Source);
        foreach (var (name, value) in fields.Fields)
            e.Add(name, value);
        return e;
    }

    private static ImmutableDictionary<string, LookupMatch> Matching(LookupMatch match) => ImmutableDictionary<string, LookupMatch>.Empty.Add("a", match);
}
