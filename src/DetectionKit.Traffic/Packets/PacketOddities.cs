namespace DetectionKit.Traffic.Packets;

/// <summary>What a decoder may find odd about headers that it could read all the same.</summary>
[Flags]
internal enum PacketOddities : byte
{
    None = 0,

    /// <summary>The IP header's length disagrees with what is there.</summary>
    IpLength = 1,

    /// <summary>The transport header is cut or contradicts itself.</summary>
    TransportHeader = 2,

    /// <summary>IPv4 options that route the packet (RFC 791: loose or strict source route).</summary>
    SourceRoute = 4,

    /// <summary>IPv6's deprecated type 0 routing header (RFC 5095).</summary>
    RoutingHeader0 = 8,

    /// <summary>Nothing of the transport header was captured or sent.</summary>
    NoTransport = 16,

    /// <summary>A checksum is wrong: the receiver drops the packet. Looked for where that is asked.</summary>
    Checksum = 32,
}
