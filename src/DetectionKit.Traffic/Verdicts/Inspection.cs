using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Verdicts;

/// <summary>A flow whose verdict is open: what both sides have said, and the claims on it.</summary>
internal sealed class Inspection
{
    private readonly InspectionSide _a = new();
    private readonly InspectionSide _b = new();

    /// <summary>The flow's slot.</summary>
    public int Flow;

    /// <summary>Its own index; -1: it is closed.</summary>
    public int Index = -1;

    /// <summary>Whether it is about what is inside the flow's own protocol.</summary>
    public bool IsInner;

    /// <summary>Neighbours in the order of opening.</summary>
    public int Previous;

    /// <summary>As <see cref="Previous"/>.</summary>
    public int Next;

    /// <summary>Who spoke first; -1: nobody yet.</summary>
    public int FirstSpeaker = -1;

    /// <summary>UDP: the group that the first datagram, or the query that it answers, went to.</summary>
    public IpAddress Group;

    /// <summary>The claims.</summary>
    public Tally Tally { get; } = new();

    /// <summary>Whether the verdict is still open.</summary>
    public bool IsOpen => Index >= 0;

    /// <summary>One side.</summary>
    /// <param name="side">0: A; 1: B.</param>
    public InspectionSide Side(int side) => side == 0 ? _a : _b;

    /// <summary>Makes it as new.</summary>
    public void Clear(BytePool pool)
    {
        _a.Clear(pool);
        _b.Clear(pool);
        Tally.Clear();
        FirstSpeaker = Index = -1;
        IsInner = false;
        Group = default;
    }
}
