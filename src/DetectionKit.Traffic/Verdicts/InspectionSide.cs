using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Verdicts;

/// <summary>What is kept of one side while the verdict is open.</summary>
internal sealed class InspectionSide
{
    /// <summary>TCP: the first bytes in order. UDP: the latest datagram.</summary>
    public Head Head;

    /// <summary>Who is still in question.</summary>
    public SmallSet Candidates;

    /// <summary>TCP: the sequence number whose turn it is.</summary>
    public uint Expected;

    /// <summary>TCP: the sequence number of the head's first byte.</summary>
    public uint First;

    /// <summary>When the head came: TCP: its first byte; UDP: nanoseconds since the epoch.</summary>
    public long Time;

    /// <summary>How many positions of the first-bytes table were looked at.</summary>
    public int Positions;

    /// <summary>TCP: how long the head was when it was last judged.</summary>
    public int Judged;

    /// <summary>UDP: how many datagrams came. TCP: how often a stream without its beginning was tried anew.</summary>
    public int Ordinal;

    /// <summary>Whether this side has said anything in order.</summary>
    public bool Started;

    /// <summary>TCP: whether the first byte is the first that was said.</summary>
    public bool FromStart;

    /// <summary>TCP: whether no more can be shown.</summary>
    public bool Complete;

    /// <summary>Whether nobody is left in question.</summary>
    public bool Dead;

    /// <summary>TCP: what came before its turn.</summary>
    public HeldSegments Held { get; set; } = new();

    /// <summary>Makes it as new.</summary>
    public void Clear(BytePool pool)
    {
        Head.Clear(pool);
        Held.Clear(pool);
        Candidates = default;
        Expected = First = 0;
        Time = 0;
        Positions = Judged = Ordinal = 0;
        Started = FromStart = Complete = Dead = false;
    }
}
