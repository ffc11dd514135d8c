using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <summary>What one end of a flow has sent. 40 bytes.</summary>
internal struct FlowSide
{
    /// <summary>Bytes at the IP layer.</summary>
    public long Bytes;

    /// <summary>Bytes of payload behind the transport's header.</summary>
    public long Payload;

    /// <summary>Packets on the wire.</summary>
    public uint Packets;

    /// <summary>TCP: the SYN's sequence number; where none was seen, the one before the first data's.</summary>
    public uint InitialSequence;

    /// <summary>TCP: the sequence number behind the highest byte seen.</summary>
    public uint NextSequence;

    /// <summary>TCP: all flags seen.</summary>
    public TcpFlags Flags;

    /// <summary>The first packet's time to live.</summary>
    public byte TimeToLive;

    /// <summary>The first packet's type of service.</summary>
    public byte TypeOfService;

    /// <summary>Facts of this side.</summary>
    public SideFacts Facts;
}
