using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Plan;

/// <summary>One detection, bound and typed: what is read, and what is done with it. Immutable. Both rule languages end here.</summary>
/// <param name="Info">What the detection says of itself.</param>
/// <param name="Text">The text that every span of the plan points into, with the way back to the files.</param>
/// <param name="Source">What is read, with the first condition.</param>
/// <param name="Stages">What the rows go through, in order.</param>
/// <param name="Schema">The columns of the final rows.</param>
public sealed record DetectionPlan(DetectorInfo Info, SearchText Text, PlanSource Source, ImmutableArray<PlanStage> Stages, PlanSchema Schema);
