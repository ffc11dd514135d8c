using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic;

/// <summary>How a traffic engine works: limits, time-outs (seconds of packet time), what it looks for. Immutable.</summary>
public sealed record TrafficOptions
{
    /// <summary>The usual ones.</summary>
    public static TrafficOptions Default { get; } = new();

    /// <summary>What flows are held against; by default everything that there is.</summary>
    public IdentifierCatalogue Identifiers { get; init; } = IdentifierCatalogue.All;

    /// <summary>The most flows at one time. Beyond it the oldest flow that nobody answered is ended, then one that was idle long.</summary>
    public int MaxFlows { get; init; } = 1_000_000;

    /// <summary>The most flows whose verdict is open at one time; beyond it the one open longest is closed on what it has.</summary>
    public int MaxOpenVerdicts { get; init; } = 32_768;

    /// <summary>The most bytes kept for open verdicts and for protocols that are read on.</summary>
    public long MaxHeadBytes { get; init; } = 32L << 20;

    /// <summary>The most bytes kept of incomplete fragmented datagrams.</summary>
    public long MaxFragmentBytes { get; init; } = 16L << 20;

    /// <summary>An established TCP flow without packets.</summary>
    public int TcpTimeout { get; init; } = 3600;

    /// <summary>A TCP flow whose handshake is not complete and that has no data.</summary>
    public int TcpHalfOpenTimeout { get; init; } = 60;

    /// <summary>A TCP flow behind both FINs or a RST: how long its last acknowledgements may take.</summary>
    public int TcpClosedTimeout { get; init; } = 10;

    /// <summary>A UDP flow that both sides spoke on.</summary>
    public int UdpTimeout { get; init; } = 180;

    /// <summary>A UDP flow that nobody answered.</summary>
    public int UdpUnansweredTimeout { get; init; } = 60;

    /// <summary>A flow of any other protocol.</summary>
    public int OtherTimeout { get; init; } = 60;

    /// <summary>How often a flow that goes on is reported (<see cref="Flows.IFlowSink.OnContinuing"/>), where packets came since; 0: never.</summary>
    public int ActiveTimeout { get; init; }

    /// <summary>Which bytes win where fragments or held segments overlap.</summary>
    public OverlapPolicy Overlap { get; init; } = OverlapPolicy.Linux;

    /// <summary>Whether checksums are verified, and packets with wrong ones dropped. Captures on the sending host hold wrong ones where its adapter computes them.</summary>
    public bool VerifyChecksums { get; init; }

    /// <summary>Whether each verdict's evidence is kept (<c>--why</c>).</summary>
    public bool Evidence { get; init; }

    /// <summary>Whether protocols are read on for their facts (names, versions, banners) and for what is inside them.</summary>
    public bool ProtocolFacts { get; init; }
}
