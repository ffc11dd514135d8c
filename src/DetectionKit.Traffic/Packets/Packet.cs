namespace DetectionKit.Traffic.Packets;

/// <summary>One packet, decoded as far as it goes. A view: nothing is copied.</summary>
internal ref struct Packet
{
    /// <summary>The time of capture: nanoseconds since the epoch.</summary>
    public long Time;

    /// <summary>Hardware addresses in their low 48 bits; 0 where the link layer has none.</summary>
    public ulong SourceMac;

    /// <summary>As <see cref="SourceMac"/>.</summary>
    public ulong DestinationMac;

    /// <summary>The outermost VLAN's id; -1 for none.</summary>
    public int Vlan;

    /// <summary>4 or 6.</summary>
    public byte IpVersion;

    /// <summary>The high 64 bits of the sender's address; 0 for IPv4.</summary>
    public ulong SourceHigh;

    /// <summary>The low 64 bits of the sender's address; IPv4's 32.</summary>
    public ulong SourceLow;

    /// <summary>As <see cref="SourceHigh"/>, of the receiver.</summary>
    public ulong DestinationHigh;

    /// <summary>As <see cref="SourceLow"/>, of the receiver.</summary>
    public ulong DestinationLow;

    /// <summary>What IP carries: the number behind all extension headers.</summary>
    public byte Protocol;

    /// <summary>IPv4's time to live or IPv6's hop limit.</summary>
    public byte TimeToLive;

    /// <summary>IPv4's type of service or IPv6's traffic class.</summary>
    public byte TypeOfService;

    /// <summary>Bytes of the IP packet, header included, by its header.</summary>
    public int IpLength;

    /// <summary>How many packets of the wire this one stands for: more than one for a reassembled datagram.</summary>
    public int WirePackets;

    /// <summary>Whether this is a fragment: then <see cref="Payload"/> is the fragment's data.</summary>
    public bool IsFragment;

    /// <summary>Whether more fragments follow.</summary>
    public bool MoreFragments;

    /// <summary>Where the fragment belongs in the datagram, in bytes.</summary>
    public int FragmentOffset;

    /// <summary>The datagram's identification.</summary>
    public uint FragmentId;

    /// <summary>Ports of TCP, UDP, UDP-Lite and SCTP; for ICMP the message's type and its counterpart or code, as Community ID pairs them.</summary>
    public ushort SourcePort;

    /// <summary>As <see cref="SourcePort"/>.</summary>
    public ushort DestinationPort;

    /// <summary>ICMP's type and code.</summary>
    public byte IcmpType;

    /// <summary>As <see cref="IcmpType"/>.</summary>
    public byte IcmpCode;

    /// <summary>TCP's flags, the low eight.</summary>
    public TcpFlags Flags;

    /// <summary>TCP's sequence number.</summary>
    public uint Sequence;

    /// <summary>TCP's acknowledgement number.</summary>
    public uint Acknowledgement;

    /// <summary>TCP's window as it stands in the header.</summary>
    public ushort Window;

    /// <summary>What the transport carries, as far as captured.</summary>
    public ReadOnlySpan<byte> Payload;

    /// <summary>How long the payload was by the headers.</summary>
    public int PayloadLength;

    /// <summary>Which tunnel the packet came out of; 0: none.</summary>
    public uint Context;

    /// <summary>Whether checksums are to be verified while decoding.</summary>
    public bool Verify;

    /// <summary>What was odd about the headers.</summary>
    public PacketOddities Oddities;
}
