using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>
/// Simplifies a plan without changing its rows: constants are folded, nested conjunctions become one, stages that change nothing go, and a
/// filter right behind raw events moves into their condition.
/// </summary>
public static class PlanSimplifier
{
    /// <summary>The simplified plan.</summary>
    /// <param name="plan">The plan.</param>
    public static DetectionPlan Simplify(DetectionPlan plan)
    {
        var pipeline = Simplify(new PlanPipeline(plan.Source, plan.Stages, plan.Schema));
        return plan with { Source = pipeline.Source, Stages = pipeline.Stages };
    }

    /// <summary>The simplified subsearch.</summary>
    /// <param name="pipeline">The subsearch.</param>
    public static PlanPipeline Simplify(PlanPipeline pipeline)
    {
        var (source, stages) = FilterHoisting.Hoist(pipeline.Source, pipeline.Stages);
        return pipeline with
        {
            Source = source.Accept(SourceSimplifier.Instance),
            Stages = [.. stages.Select(stage => stage.Accept(StageSimplifier.Instance)).OfType<PlanStage>()],
        };
    }

    private sealed class SourceSimplifier : SourceVisitor<PlanSource>
    {
        public static SourceSimplifier Instance { get; } = new();

        public override PlanSource VisitModel(ModelSource source) => source with { Filter = source.Filter.Accept(PredicateSimplifier.Instance) };

        public override PlanSource VisitRaw(RawSource source) => source with { Filter = source.Filter.Accept(PredicateSimplifier.Instance) };

        public override PlanSource VisitLookup(LookupSource source) => source;

        public override PlanSource VisitGiven(GivenSource source) => source;

        public override PlanSource VisitNothing(NothingSource source) => source;
    }
}
