using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <summary>The state of one flow. Lives in a slab; holds no reference, so that the collector has nothing to do with it.</summary>
internal struct Flow
{
    // What every packet touches comes first, so that it shares cache lines.
    public FlowKey Key;

    /// <summary>The latest packet's time.</summary>
    public long End;

    /// <summary>The engine's clock at the latest packet, in seconds.</summary>
    public int Clock;

    public FlowFacts Facts;

    /// <summary>The verdict's name, an index into the names; 0: none.</summary>
    public ushort App;

    public FlowSide A;
    public FlowSide B;

    /// <summary>The first packet's time, nanoseconds since the epoch.</summary>
    public long Start;

    /// <summary>Letters of the history, five bits each, first letter lowest.</summary>
    public ulong History;

    /// <summary>Hardware address of end A in the high 48 bits; the low 16: VLAN plus one.</summary>
    public ulong MacAVlan;

    /// <summary>Hardware address of end B in the high 48 bits; the low 16: ICMP's first type and code.</summary>
    public ulong MacBIcmp;

    public uint Hash;

    /// <summary>Milliseconds from the first packet to the other end's first one, plus one; 0: none came.</summary>
    public int Response;

    /// <summary>The how-manieth flow it is.</summary>
    public uint Ordinal;

    public int WheelPrevious;
    public int WheelNext;
    public int WaitPrevious;
    public int WaitNext;

    /// <summary>Index of the inspection while the verdict is open; -1: none.</summary>
    public int Inspection;

    /// <summary>Index of the rarer facts; -1: none.</summary>
    public int Details;

    /// <summary>The engine's clock when it was reported last, in seconds; before that, when it began.</summary>
    public int Reported;

    public ushort WheelSlot;
    public AppState State;

    public readonly bool Has(FlowFacts facts) => (Facts & facts) == facts;

    /// <summary>Whether any payload was sent.</summary>
    public readonly bool HasData => ((A.Facts | B.Facts) & SideFacts.Data) != 0;

    public readonly TcpFlags AllFlags => A.Flags | B.Flags;
}
