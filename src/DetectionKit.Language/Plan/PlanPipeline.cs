using System.Collections.Immutable;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Language.Plan;

/// <summary>A subsearch of a plan: what it reads and what is done with it. Its spans point into the plan's text. Immutable.</summary>
/// <param name="Source">What is read, with the first condition.</param>
/// <param name="Stages">What the rows go through, in order.</param>
/// <param name="Schema">The columns of the rows that come out.</param>
public sealed record PlanPipeline(PlanSource Source, ImmutableArray<PlanStage> Stages, PlanSchema Schema);
