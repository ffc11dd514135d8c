using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.Aggregate;

/// <summary>The by-values of a group, which name its row.</summary>
/// <param name="by">The values, each single.</param>
internal sealed class GroupName(Value[] by) : RowKey
{
    /// <summary>The values. One may become another that is written the same.</summary>
    public Value[] By { get; } = by;

    /// <inheritdoc/>
    public override string Text => field ??= GroupKey.Of(By);
}
