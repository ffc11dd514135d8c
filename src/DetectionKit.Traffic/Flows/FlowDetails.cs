using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Flows;

/// <summary>The rarer facts of a flow, kept apart from its slot.</summary>
internal sealed class FlowDetails
{
    private const int MostFacts = 256;
    private const int MostInner = 8;

    /// <summary>Of the tunnel that the flow came out of.</summary>
    public string? TunnelUid;

    /// <summary>The flow's own identifier, once it was needed.</summary>
    public string? Uid;

    /// <summary>What the originator speaks, in a conflict.</summary>
    public ushort ConflictApp;

    /// <summary>What another flow announced it to be, for where its bytes do not tell.</summary>
    public ushort AnnouncedApp;

    /// <summary>The verdict's evidence, where it was asked for.</summary>
    public FlowEvidence? Evidence;

    /// <summary>Fragments that the flow's packets came in.</summary>
    public long Fragments;

    /// <summary>Fragments that overlapped.</summary>
    public long FragmentOverlaps;

    /// <summary>Fragments that were tiny.</summary>
    public long TinyFragments;

    /// <summary>Protocols inside the flow's own, in the order they were found.</summary>
    public List<string>? Inner;

    /// <summary>What a protocol's follower read: (name, value), in order; a name may come again.</summary>
    public List<KeyValuePair<string, Value>>? Facts;

    /// <summary>What was odd.</summary>
    public List<WeirdCount>? Weirds;

    /// <summary>How a side begins that speaks after the verdict, as long as that is too short to be held against it.</summary>
    public byte[]? Opening;

    /// <summary>Makes it as new.</summary>
    public void Clear()
    {
        TunnelUid = Uid = null;
        ConflictApp = AnnouncedApp = 0;
        Evidence = null;
        Fragments = FragmentOverlaps = TinyFragments = 0;
        Inner = null;
        Facts = null;
        Weirds = null;
        Opening = null;
    }

    /// <summary>Counts something odd.</summary>
    public void Count(Weird weird, long time, long count = 1)
    {
        Weirds ??= new(4);
        for (var i = 0; i < Weirds.Count; i++)
        {
            if (Weirds[i].Weird == weird)
            {
                Weirds[i] = Weirds[i] with { Count = Weirds[i].Count + count };
                return;
            }
        }

        Weirds.Add(new(weird, count, time));
    }

    /// <summary>How often something odd was seen.</summary>
    public long CountOf(Weird weird) => Weirds?.Find(entry => entry.Weird == weird).Count ?? 0;

    /// <summary>Adds a fact; beyond a limit they are dropped.</summary>
    public void AddFact(string name, Value value)
    {
        Facts ??= [];
        if (!value.IsNull && Facts.Count < MostFacts)
            Facts.Add(new(name, value));
    }

    /// <summary>Adds a protocol inside the flow's own.</summary>
    public void AddInner(string app)
    {
        Inner ??= [];
        if (Inner.Count < MostInner && Inner.IndexOf(app) < 0)
            Inner.Add(app);
    }
}
