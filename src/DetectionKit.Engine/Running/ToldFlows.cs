using DetectionKit.Abstractions.Events;

namespace DetectionKit.Engine.Running;

/// <summary>Which pipelines hold something of which flow that goes on, so that a flow that no rule is about costs one look when it ends.</summary>
internal sealed class ToldFlows
{
    private readonly Dictionary<string, List<PipelineState>> _holders = new(StringComparer.Ordinal);

    /// <summary>Notes that a pipeline holds something of a flow.</summary>
    /// <param name="flow">The flow's uid.</param>
    /// <param name="holder">The pipeline.</param>
    public void Add(string flow, PipelineState holder)
    {
        if (!_holders.TryGetValue(flow, out var holders))
            _holders.Add(flow, holders = new(1));
        if (!holders.Contains(holder))
            holders.Add(holder);
    }

    /// <summary>Has what is held of a flow taken back, by those who are told of it now.</summary>
    /// <param name="flow">The flow, as it is told now.</param>
    public void Replace(FlowReference flow)
    {
        if (!_holders.TryGetValue(flow.Uid, out var holders))
            return;
        foreach (var holder in holders)
        {
            if (!flow.IsIdentification || holder.IsFedWhenIdentified)
                holder.Replace(flow.Uid, isEnd: !flow.IsContinuing);
        }

        if (!flow.IsContinuing)
            _holders.Remove(flow.Uid);
    }
}
