using DetectionKit.Abstractions.Rows;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages;

/// <summary>What the stages of one detector share in one run.</summary>
/// <param name="Run">Now and zone, for expressions.</param>
/// <param name="Lookups">The tables.</param>
/// <param name="Budget">What may be held, and the count of what was not.</param>
internal sealed record StageContext(RunContext Run, LookupStore Lookups, Budget Budget);
