namespace DetectionKit.Traffic.Flows;

/// <summary>Flows that nobody has answered yet, oldest first: half-open TCP, lone datagrams. They go first when room is short.</summary>
internal sealed class WaitingList(FlowSlab flows)
{
    private int _last = -1;

    /// <summary>The oldest; -1: none.</summary>
    public int First { get; private set; } = -1;

    /// <summary>Adds a flow at the end.</summary>
    /// <param name="index">The flow.</param>
    public void Add(int index)
    {
        ref var flow = ref flows[index];
        flow.Facts |= FlowFacts.Waiting;
        flow.WaitNext = -1;
        flow.WaitPrevious = _last;
        if (_last >= 0)
            flows[_last].WaitNext = index;
        else
            First = index;
        _last = index;
    }

    /// <summary>Takes a flow out, if it is in.</summary>
    /// <param name="index">The flow.</param>
    public void Remove(int index)
    {
        ref var flow = ref flows[index];
        if (!flow.Has(FlowFacts.Waiting))
            return;
        flow.Facts &= ~FlowFacts.Waiting;
        if (flow.WaitPrevious >= 0)
            flows[flow.WaitPrevious].WaitNext = flow.WaitNext;
        else
            First = flow.WaitNext;
        if (flow.WaitNext >= 0)
            flows[flow.WaitNext].WaitPrevious = flow.WaitPrevious;
        else
            _last = flow.WaitPrevious;
    }
}
