using DetectionKit.Abstractions.Events;
using DetectionKit.Compiler.Emit;
using DetectionKit.Compiler.Tests.Emit;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Stages;
using FsCheck.Fluent;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Whole plans: what the engine makes of emitted code, and what the reference evaluator makes of the plan.</summary>
public sealed class RunAgreementTests
{
    private const int PlanCount = 400;
    private const int RunCount = 4;

    [Test]
    public void They_agree_on_stages_of_every_kind()
    {
        var kinds = Agree(RandomStages.Pipelines, 20260102);

        // What holds other pipelines, groups events or goes through columns has plans of its own.
        Type[] elsewhere = [typeof(ForeachStage), typeof(SubsearchStage), typeof(TransactionStage)];
        Assert.That(kinds, Is.EquivalentTo(typeof(PlanStage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PlanStage))).Except(elsewhere)), "each kind of stage is in a plan that gave rows");
    }

    [Test]
    public void They_agree_on_searches_that_hold_others_and_on_groups_of_events() =>
        Assert.That(Agree(RandomSearches.Pipelines, 20260104), Is.SupersetOf(new[] { typeof(ForeachStage), typeof(SubsearchStage), typeof(TransactionStage), typeof(SpecStage) }));

    [Test]
    public void They_agree_on_tables_in_other_shapes() => Assert.That(Agree(RandomSpecs.Tables, 20260105), Is.EquivalentTo(new[] { typeof(SpecStage) }));

    private static HashSet<Type> Agree(FsCheck.Gen<System.Collections.Immutable.ImmutableArray<PlanStage>> generator, ulong seed)
    {
        PlanStage[][] pipelines = [.. generator.Sample(PlanCount, new FsCheck.Rnd(seed), 10).Select(stages => stages.ToArray())];
        var plans = pipelines.Select((stages, i) => Named($"Plan {i}", new ConstantPredicate(Nowhere, true), stages)).Select(plan => plan with
        {
            Source = new Language.Plan.Sources.RawSource(Nowhere, new ConstantPredicate(Nowhere, true), [], null),
        }).ToArray();
        var detectors = Loaded.Detectors(plans);
        var kinds = new HashSet<Type>();
        foreach (var events in RandomStages.Events.Sample(RunCount, new FsCheck.Rnd(20260103), 10))
        {
            object[] all = [.. events];
            var found = BothWays.Engine(detectors, all, RandomStages.Tables);
            var reference = new ReferenceRun(all, RandomStages.Tables);
            for (var i = 0; i < plans.Length; i++)
            {
                Assert.That(found[i], Is.EqualTo(BothWays.Reference(reference, plans[i])), () =>
                    $"{Language.Plan.Writing.PlanWriter.ToText(plans[i])}\n{string.Join('\n', events.Select(Written))}\n{DetectorCompiler.Write([plans[i]])[0].Readable}");
                if (found[i].Length > 1)
                    kinds.UnionWith(pipelines[i].Select(stage => stage.GetType()));
            }
        }

        return kinds;
    }

    private static string Written(RawEvent e) => $"{e.Time.Seconds} " + string.Join(' ', e.Fields.Select(field => $"{field.Key}={field.Value.ToText().ReplaceLineEndings("|")}({field.Value.Kind})"));
}
