using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using FsCheck;
using FsCheck.Fluent;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Random stages that hold other searches, that group events, and that go through columns.</summary>
internal static class RandomSearches
{
    private static readonly PlanSchema Open = new([], IsOpen: true);

    public static Gen<ImmutableArray<PlanStage>> Pipelines =>
        from before in RandomPlans.ListOf(Simple, 0, 1)
        from stage in Gen.Frequency((3, Subsearch), (3, Joining), (1, Piped), (2, Transaction), (2, Foreach))
        from behind in RandomPlans.ListOf(Simple, 0, 1)
        select (ImmutableArray<PlanStage>)[.. before, stage, .. behind];

    private static Gen<PlanStage> Simple => Gen.Frequency(
        (2, RandomPlans.RowPredicates.Select(predicate => (PlanStage)new FilterStage(Nowhere, predicate))),
        (2, from column in Gen.Elements("a", "d") from expression in RandomPlans.Expressions(1) select (PlanStage)new EvalStage(Nowhere, [new BoundAssignment(Nowhere, column, expression)])),
        (1, Gen.Elements("a", "b").Select(column => (PlanStage)new AggregateStage(Nowhere, [column], [new BoundAggregate(Nowhere, "count", null, "c", null)], null, null))));

    private static Gen<PlanPipeline> Inner =>
        from filter in RandomPlans.RawPredicates
        from stages in RandomPlans.ListOf(Simple, 0, 1)
        from columns in Gen.Elements<string[]>(["a"], ["a", "b"], ["b", "c"])
        select new PlanPipeline(new RawSource(Nowhere, filter, [], null), [.. stages, new TableStage(Nowhere, [.. columns])], Open);

    // A subsearch alone, denied, and beside a condition of the row's own.
    private static Gen<PlanStage> Subsearch =>
        from inner in Inner
        from other in RandomPlans.RowPredicates
        from shape in Gen.Choose(0, 3)
        let found = new SubsearchPredicate(Nowhere, 0, null)
        select (PlanStage)new SubsearchStage(
            Nowhere,
            shape switch { 0 => found, 1 => new NotPredicate(Nowhere, found), 2 => new AndPredicate(Nowhere, [other, found]), _ => new OrPredicate(Nowhere, [found, other]) },
            [inner],
            OfEvents: false);

    private static Gen<PlanStage> Joining =>
        from inner in Inner
        from keys in Gen.Elements<ImmutableArray<JoinKey>>([new("a", "a")], [new("a", "b")], [new("a", "a"), new("b", "b")])
        from flag in Gen.Elements(true, false)
        from overwrite in Gen.Elements(true, false)
        from spec in Gen.Elements<StageSpec>(
            new AppendSpec(0), new AppendColsSpec(overwrite, 0), new UnionSpec(0), new JoinSpec(keys, flag, overwrite ? 0 : 1, JoinTime.Any, overwrite, 0, "", ""),
            new SubsearchValueSpec("d"))
        select (PlanStage)new SpecStage(Nowhere, spec, ColumnNeeds.All) { Subsearches = [spec is SubsearchValueSpec ? Valued(inner) : inner] };

    // `return $a`
    private static PlanPipeline Valued(PlanPipeline inner) =>
        inner with { Stages = [.. inner.Stages, new SpecStage(Nowhere, new ReturnSpec(1, [new("a", null)]), ColumnNeeds.All)] };

    private static Gen<PlanStage> Piped =>
        from stage in Simple
        from isMap in Gen.Elements(true, false)
        from inner in Inner
        select (PlanStage)(isMap
            ? new SpecStage(Nowhere, new MapSpec(1000, []), ColumnNeeds.All) { Subsearches = [inner] }
            : new SpecStage(Nowhere, new AppendPipeSpec(), ColumnNeeds.All) { Subsearches = [new PlanPipeline(new GivenSource(Nowhere), [stage], Open)] });

    private static Gen<PlanStage> Transaction =>
        from columns in Gen.Elements<string[]>([], ["a"], ["a", "b"])
        from span in Gen.Elements<long?>(null, 20, 100)
        from pause in Gen.Elements<long?>(null, 10)
        from most in Gen.Elements<int?>(null, 3)
        from starts in Gen.Elements<RowTest?>(null, Test("a", "1"), Test("b", "abc"))
        from ends in Gen.Elements<RowTest?>(null, Test("c", "abc"), Test("a", "10"))
        from isConnected in Gen.Elements(true, false)
        from keeps in Gen.Elements(true, false)
        select (PlanStage)new TransactionStage(
            Nowhere,
            new TransactionSpec([.. columns], span * Timestamp.NanosecondsPerSecond, pause * Timestamp.NanosecondsPerSecond, most, null, null, isConnected, keeps, keeps, [], "NULL"),
            starts,
            ends);

    private static RowTest Test(string column, string text) =>
        new(new TextPredicate(Nowhere, new FieldSymbol.Column(column), false, new TextPattern(text)), null);

    private static Gen<PlanStage> Foreach =>
        from patterns in Gen.Elements<string[]>(["a"], ["*"], ["a", "c*"])
        from target in Gen.Elements("n", "x_<<FIELD>>", "<<FIELD>>")
        from operand in RandomPlans.Expressions(1)
        let named = new FieldExpression(Nowhere, new FieldSymbol.Column("<<FIELD>>"))
        let text = new FieldExpression(Nowhere, new FieldSymbol.Column("\"is <<FIELD>>"))
        from value in Gen.Elements<BoundExpression>(named, text, new ArithmeticExpression(Nowhere, ArithmeticOperator.Concatenate, named, operand))
        select (PlanStage)new ForeachStage(Nowhere, ForeachMode.Multifield, [.. patterns], [new BoundAssignment(Nowhere, target, value)], ["<<FIELD>>", "\"is <<FIELD>>"]);
}
