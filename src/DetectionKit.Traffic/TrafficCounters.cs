using DetectionKit.Traffic.Flows;

namespace DetectionKit.Traffic;

/// <summary>What one run saw, and which limits it met.</summary>
public sealed class TrafficCounters
{
    private readonly WeirdCount[] _weirds = new WeirdCount[WeirdNames.All.Length];
    private readonly long[] _flowWeirds = new long[WeirdNames.All.Length];
    private long[] _perApp = new long[64];
    private AppNames? _apps;

    /// <summary>Packets read.</summary>
    public long Packets { get; internal set; }

    /// <summary>Their bytes on the wire.</summary>
    public long Bytes { get; internal set; }

    /// <summary>Flows that ended.</summary>
    public long Flows { get; private set; }

    /// <summary>Frames that are no IP.</summary>
    public long NotIp { get; internal set; }

    /// <summary>Frames whose headers are cut or impossible.</summary>
    public long Malformed { get; internal set; }

    /// <summary>Frames of a link type that is not decoded.</summary>
    public long UnknownLinkType { get; internal set; }

    /// <summary>Wireless frames whose body is encrypted: they are not looked into.</summary>
    public long Protected { get; internal set; }

    /// <summary>Packets dropped for a wrong checksum; only where checksums are verified.</summary>
    public long BadChecksums { get; internal set; }

    /// <summary>Fragments.</summary>
    public long Fragments { get; internal set; }

    /// <summary>Incomplete datagrams given up for want of room or after a time-out.</summary>
    public long FragmentEvictions { get; internal set; }

    /// <summary>Flows ended early because the limit was reached.</summary>
    public long FlowEvictions { get; internal set; }

    /// <summary>Verdicts closed early because a limit was reached.</summary>
    public long VerdictEvictions { get; internal set; }

    /// <summary>
    /// What verdicts and reading on cost: bytes shown to identifiers and followers, each time and to each of them, and one more each time. Grows with the input, whatever the input.
    /// </summary>
    public long Work { get; internal set; }

    /// <summary>What putting fragments together cost: units of eight bytes placed and moved, and one more for each fragment.</summary>
    public long FragmentWork { get; internal set; }

    /// <summary>Flows by app, in no order; those without one are <c>unknown</c>.</summary>
    public Dictionary<string, long> Apps()
    {
        var apps = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var number = 0; number < (_apps?.Count ?? 0) && number < _perApp.Length; number++)
        {
            if (_perApp[number] > 0)
                apps[number == 0 ? "unknown" : _apps![(ushort)number]] = _perApp[number];
        }

        return apps;
    }

    /// <summary>What was odd about the capture and belongs to no flow, in the order of its kinds.</summary>
    public IEnumerable<WeirdCount> Weirds => _weirds.Where(weird => weird.Count > 0);

    /// <summary>All that was odd, on flows that ended and on none: how often, by name, in no order.</summary>
    public Dictionary<string, long> WeirdTotals()
    {
        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < _flowWeirds.Length; i++)
        {
            if (_flowWeirds[i] + _weirds[i].Count is > 0 and var total)
                totals[WeirdNames.All[i]] = total;
        }

        return totals;
    }

    internal void AddWeirds(List<WeirdCount> weirds)
    {
        foreach (var weird in weirds)
            _flowWeirds[(int)weird.Weird] += weird.Count;
    }

    internal void Note(Weird weird, long time)
    {
        ref var entry = ref _weirds[(int)weird];
        entry = entry.Count == 0 ? new(weird, 1, time) : entry with { Count = entry.Count + 1 };
    }

    internal void Add(in Flow flow, AppNames apps)
    {
        Flows++;
        _apps = apps;
        if (flow.App >= _perApp.Length)
            Array.Resize(ref _perApp, Math.Max(flow.App + 1, _perApp.Length * 2));
        _perApp[flow.App]++;
    }
}
