namespace DetectionKit.Traffic.Flows;

/// <summary>The rarer facts of those flows that have some.</summary>
internal sealed class DetailsPool
{
    private readonly List<FlowDetails> _all = [];
    private readonly Stack<int> _free = [];

    /// <summary>A flow's, made where it has none.</summary>
    /// <param name="flow">The flow.</param>
    public FlowDetails Of(ref Flow flow)
    {
        if (flow.Details < 0)
        {
            if (!_free.TryPop(out var index))
            {
                index = _all.Count;
                _all.Add(new FlowDetails());
            }

            flow.Details = index;
        }

        return _all[flow.Details];
    }

    /// <summary>A flow's, or null.</summary>
    /// <param name="flow">The flow.</param>
    public FlowDetails? Find(in Flow flow) => flow.Details < 0 ? null : _all[flow.Details];

    /// <summary>Takes back what a flow had.</summary>
    /// <param name="flow">The flow.</param>
    public void Release(ref Flow flow)
    {
        if (flow.Details < 0)
            return;
        _all[flow.Details].Clear();
        _free.Push(flow.Details);
        flow.Details = -1;
    }
}
