using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <content>How flows end: by time, by limit, and with the capture.</content>
internal sealed partial class FlowEngine
{
    /// <summary>Ends the flows that were idle long enough by then.</summary>
    /// <param name="time">Nanoseconds since the epoch.</param>
    public void Advance(long time)
    {
        if (time >= _nextTick)
            Tick(time);
    }

    /// <summary>Ends all flows, in the order of their first packets.</summary>
    public void Finish()
    {
        var live = new List<int>(_flows.Count);
        for (var index = 0; index < _flows.Slots; index++)
        {
            if (_flows[index].Has(FlowFacts.Live))
                live.Add(index);
        }

        live.Sort((a, b) => _flows[a].Ordinal.CompareTo(_flows[b].Ordinal));
        for (var i = 0; i < live.Count; i++)
        {
            if (i + 1 < live.Count)
                _flows.PrefetchEnd(live[i + 1], i + 2 < live.Count ? live[i + 2] : -1);
            End(live[i]);
        }

        Counters.VerdictEvictions = _verdicts.Evictions;
        Counters.Work = _verdicts.Work + _verdicts.Following.Work;
    }

    private void Tick(long time)
    {
        if (_nextTick == long.MinValue)
        {
            _nextTick = time + NanosecondsPerSecond;
            return;
        }

        var seconds = ((time - _nextTick) / NanosecondsPerSecond) + 1;
        _now = (int)Math.Min(int.MaxValue - 100_000, _now + seconds);
        _nextTick += seconds * NanosecondsPerSecond;
        _verdicts.Following.Now = _now;
        _wheel.Advance(_now, _due);
        if (_fresh is { Count: > 0 })
            _fresh.Tell(_identified);
    }

    private void Due(int index)
    {
        ref var flow = ref _flows[index];
        if (flow.Clock + Timeout(in flow) <= _now)
        {
            End(index, inWheel: false);
            return;
        }

        if (_options.ActiveTimeout > 0 && flow.Reported + _options.ActiveTimeout <= _now)
            Report(ref flow);
        _wheel.Add(index, Due(in flow));
    }

    // When to look at the flow again.
    private int Due(in Flow flow)
    {
        var idle = flow.Clock + Timeout(in flow);
        return _options.ActiveTimeout > 0 ? Math.Min(idle, flow.Reported + _options.ActiveTimeout) : idle;
    }

    private int Timeout(in Flow flow)
    {
        var answered = flow.Has(FlowFacts.Answered);
        return flow.Key.Protocol switch
        {
            IpProtocol.Tcp => flow.Has(FlowFacts.Closed) ? _options.TcpClosedTimeout : answered ? _options.TcpTimeout : _options.TcpHalfOpenTimeout,
            IpProtocol.Udp => answered ? _options.UdpTimeout : _options.UdpUnansweredTimeout,
            _ => _options.OtherTimeout,
        };
    }

    /// <summary>Makes room for a flow: the oldest that nobody answered goes; where all are answered, the one of a few that was idle longest.</summary>
    private void Evict()
    {
        const int looks = 64;
        var victim = _waiting.First;
        if (victim < 0)
        {
            for (var look = 0; look < looks; look++)
            {
                _hand = (_hand + 1) % _flows.Slots;
                if (_flows[_hand].Has(FlowFacts.Live) && (victim < 0 || _flows[_hand].Clock < _flows[victim].Clock))
                    victim = _hand;
            }
        }

        Counters.FlowEvictions++;
        Counters.Note(Weird.FlowLimit, _nextTick);
        if (victim >= 0)
            End(victim);
    }

    private void End(int index, bool inWheel = true)
    {
        ref var flow = ref _flows[index];
        _verdicts.Finish(index);
        _waiting.Remove(index);
        if (inWheel)
            _wheel.Remove(index);
        if (flow.Key.Protocol == IpProtocol.Tcp && (StreamGaps.Misses(in flow.A) || StreamGaps.Misses(in flow.B)))
            Note(index, Weird.ContentGap, flow.End);
        Counters.Add(in flow, Apps);
        if (_details.Find(in flow) is { Weirds: { } weirds })
            Counters.AddWeirds(weirds);
        _sink?.OnFlow(new FlowView(in flow, _details.Find(in flow), Apps, _capture));
        _details.Release(ref flow);
        _flows.Remove(index);
    }
}
