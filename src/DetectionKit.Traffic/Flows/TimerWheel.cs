namespace DetectionKit.Traffic.Flows;

/// <summary>
/// When to look whether a flow is idle. A flow stands in the bucket of the second in which it could be idle at the earliest; a packet does
/// not move it: what turns out not to be idle yet is put back in. So a packet costs nothing here.
/// </summary>
internal sealed class TimerWheel
{
    private const int Buckets = 4096;
    private readonly int[] _heads = new int[Buckets];
    private readonly FlowSlab _flows;

    /// <summary>An empty wheel over these flows.</summary>
    /// <param name="flows">The flows that it links.</param>
    public TimerWheel(FlowSlab flows)
    {
        _flows = flows;
        for (var slot = 0; slot < Buckets; slot++)
            _heads[slot] = -1;
    }

    /// <summary>The second up to which buckets were emptied.</summary>
    public int Now { get; private set; }

    /// <summary>Puts a flow in.</summary>
    /// <param name="index">The flow.</param>
    /// <param name="due">The second in which to look.</param>
    public void Add(int index, int due)
    {
        var slot = Math.Clamp(due, Now + 1, Now + Buckets - 1) & (Buckets - 1);
        ref var flow = ref _flows[index];
        flow.WheelSlot = (ushort)slot;
        flow.WheelPrevious = -1;
        flow.WheelNext = _heads[slot];
        if (flow.WheelNext >= 0)
            _flows[flow.WheelNext].WheelPrevious = index;
        _heads[slot] = index;
    }

    /// <summary>Takes a flow out.</summary>
    /// <param name="index">The flow.</param>
    public void Remove(int index)
    {
        ref var flow = ref _flows[index];
        if (flow.WheelPrevious >= 0)
            _flows[flow.WheelPrevious].WheelNext = flow.WheelNext;
        else
            _heads[flow.WheelSlot] = flow.WheelNext;
        if (flow.WheelNext >= 0)
            _flows[flow.WheelNext].WheelPrevious = flow.WheelPrevious;
    }

    /// <summary>Moves the clock on and hands over every flow whose second has come; the receiver ends it or adds it again.</summary>
    /// <param name="now">The second that it is.</param>
    /// <param name="due">Takes a flow that is no longer in the wheel.</param>
    public void Advance(int now, Action<int> due)
    {
        // After a leap every bucket is due once.
        if (now - Now > Buckets)
            Now = now - Buckets;
        while (Now < now)
        {
            Now++;
            var slot = Now & (Buckets - 1);
            var index = _heads[slot];
            _heads[slot] = -1;
            while (index >= 0)
            {
                // The next one came while the one before it was looked at; now what it will need, and the one behind it.
                var next = _flows[index].WheelNext;
                if (next >= 0)
                    _flows.PrefetchEnd(next, _flows[next].WheelNext);
                due(index);
                index = next;
            }
        }
    }
}
