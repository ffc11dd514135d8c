using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Ordering;

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

/// <summary>The by-values of a group, which name its row.</summary>
/// <param name="by">The values, each single.</param>
internal sealed class GroupName(Value[] by) : RowKey
{
    /// <summary>The values. One may become another that is written the same.</summary>
    public Value[] By { get; } = by;

    /// <inheritdoc/>
    public override string Text
    {
        get
        {
            return field ??= Written();

            string Written()
            {
                var key = new GroupKey();
                foreach (var value in By)
                    key.Add(value.ToText());
                return key.ToString();
            }
        }
    }
}
