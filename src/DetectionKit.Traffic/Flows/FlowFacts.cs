namespace DetectionKit.Traffic.Flows;

/// <summary>Facts of a flow as a whole, a bit each.</summary>
[Flags]
internal enum FlowFacts : ushort
{
    None = 0,

    /// <summary>End A plays the client by its bytes.</summary>
    ClientIsA = 1,

    /// <summary>End B plays the client by its bytes.</summary>
    ClientIsB = 2,

    /// <summary>End B sent the first packet.</summary>
    FirstIsB = 4,

    /// <summary>Both ends take part: a completed handshake, an answered datagram.</summary>
    Answered = 8,

    /// <summary>The verdict stands, or nothing is to be found: no byte is looked at any more.</summary>
    Decided = 16,

    /// <summary>A TCP flow that is over: both FINs, or a RST.</summary>
    Closed = 32,

    /// <summary>The flow's first packet was no SYN.</summary>
    Midstream = 64,

    /// <summary>The ICMP message has no counterpart: one direction only.</summary>
    OneWay = 128,

    /// <summary>In the list of unanswered flows.</summary>
    Waiting = 256,

    /// <summary>The slot holds a flow.</summary>
    Live = 512,

    /// <summary>A protocol's follower reads on.</summary>
    Followed = 1024,

    /// <summary>The UDP payload was looked at for a tunnel and is none.</summary>
    NoTunnel = 2048,

    /// <summary>The flow carries a tunnel, by its content.</summary>
    Tunnel = 4096,

    /// <summary>The flow was told of while it went on: that it was identified, or what it had come to.</summary>
    Reported = 8192,
}
