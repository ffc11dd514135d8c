using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;

namespace DetectionKit.Engine.Stages.Aggregate;

/// <summary>One group of an aggregate stage at work.</summary>
/// <param name="by">Its by-values.</param>
/// <param name="accumulators">Its aggregates.</param>
/// <param name="patterns">Its aggregates over patterns of names.</param>
internal sealed class Group(Value[] by, Accumulator[] accumulators, PatternColumns[] patterns)
{
    public GroupName Name { get; } = new(by);

    public Accumulator[] Accumulators { get; } = accumulators;

    public PatternColumns[] Patterns { get; } = patterns;

    public Timestamp? Newest { get; set; }

    public FlowTrail? Flows { get; set; }

    public bool IsFed { get; set; }

    public bool IsSettled { get; set; }
}
