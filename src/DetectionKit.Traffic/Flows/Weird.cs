namespace DetectionKit.Traffic.Flows;

/// <summary>Odd traffic. The names that events give are in <see cref="WeirdNames"/>.</summary>
public enum Weird : byte
{
    /// <summary>A frame whose headers are cut or impossible.</summary>
    MalformedFrame,

    /// <summary>A link type that is not decoded.</summary>
    UnknownLinkType,

    /// <summary>An IP header whose length disagrees with what is there.</summary>
    IpLengthMismatch,

    /// <summary>A packet with a wrong checksum, dropped; only where checksums are verified.</summary>
    BadChecksum,

    /// <summary>A transport header that is cut or contradicts itself.</summary>
    BadTransportHeader,

    /// <summary>IPv4 source routing.</summary>
    SourceRoute,

    /// <summary>IPv6's deprecated type 0 routing header.</summary>
    RoutingHeader0,

    /// <summary>Fragments of one datagram that overlap.</summary>
    FragmentOverlap,

    /// <summary>Overlapping fragments that say different things.</summary>
    FragmentInconsistent,

    /// <summary>A fragment, not the last, that is smaller than any path needs.</summary>
    FragmentTiny,

    /// <summary>More incomplete datagrams between two hosts than a path loses.</summary>
    FragmentFlood,

    /// <summary>Fragments that reach beyond the largest datagram.</summary>
    FragmentTooLarge,

    /// <summary>A datagram whose fragments never came together.</summary>
    FragmentIncomplete,

    /// <summary>The two sides speak different protocols.</summary>
    ProtocolConflict,

    /// <summary>A SYN with another sequence number on a flow that has data and is not over: the flow ends there.</summary>
    SynReuse,

    /// <summary>A SYN that carries data.</summary>
    SynWithData,

    /// <summary>SYN together with FIN or RST.</summary>
    BadTcpFlags,

    /// <summary>A RST far from the sender's sequence.</summary>
    RstOutOfWindow,

    /// <summary>A retransmission that says something else than the first time; told as long as what was said is kept, for the verdict or a follower.</summary>
    RetransmissionInconsistent,

    /// <summary>Data within a stream that the capture does not have.</summary>
    ContentGap,

    /// <summary>More segments out of order than are kept.</summary>
    ReorderLimit,

    /// <summary>The limit of flows was reached; a flow was ended early.</summary>
    FlowLimit,

    /// <summary>The limit of open verdicts was reached; one was closed early.</summary>
    InspectionLimit,

    /// <summary>The limit of incomplete datagrams was reached; one was dropped.</summary>
    FragmentLimit,

    /// <summary>Tunnels inside tunnels, deeper than is decoded.</summary>
    TunnelDepth,

    /// <summary>
    /// The code that reads a protocol failed on what a flow says, which is a bug of ours: it has no say about the flow any more, and everything else goes on.
    /// </summary>
    ParserFailure,
}
