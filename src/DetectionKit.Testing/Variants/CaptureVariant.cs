using System.Collections.Immutable;
using DetectionKit.Testing.Variants.Fragments;
using DetectionKit.Testing.Variants.Packets;
using DetectionKit.Testing.Variants.Segments;
using DetectionKit.Testing.Variants.Tunnels;

namespace DetectionKit.Testing.Variants;

/// <summary>
/// Says the same things as a capture in another way, as somebody would who wants to be overlooked: what a receiver makes of it stays the same, so
/// every verdict has to. The same capture gives the same bytes each time. Checksums of changed transport headers are left as they are, as captures of
/// offloading hosts have them.
/// </summary>
public abstract class CaptureVariant
{
    /// <summary>All variants, in a fixed order.</summary>
    public static ImmutableArray<CaptureVariant> All { get; } =
    [
        new OneByteSegments(), new ReversedSegments(), new OutOfWindowGarbage(), new AcknowledgedGarbage(), new TinyFragments(), new ReversedFragments(), new MovedPorts(),
        new VlanTag(), new QinQTags(), new MplsLabel(), new PppoeSession(), new GreTunnel(), new VxlanTunnel(), new GeneveTunnel(), new Ip4In6Tunnel(),
    ];

    /// <summary>The variant's name: lower case, with hyphens.</summary>
    public abstract string Name { get; }

    /// <summary>Rewrites a capture.</summary>
    /// <param name="capture">pcap or pcapng, plain or gzip.</param>
    /// <returns>pcap with nanoseconds; frames of a further link type are left out.</returns>
    public byte[] Apply(byte[] capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        var source = Frames.Read(capture);
        var target = new Frames(Link(source.Link));
        Begin();
        foreach (var frame in source.List)
            Rewrite(frame, source.Link, target);
        return target.Write();
    }

    /// <summary>The port that a flow has after the variant.</summary>
    /// <param name="port">The port that it had.</param>
    public virtual int PortOf(int port) => port;

    /// <summary>The link type that the variant's frames have.</summary>
    private protected virtual int Link(int link) => link;

    /// <summary>Forgets what was seen of the capture before.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Adds what becomes of one frame.</summary>
    private protected abstract void Rewrite(Frame frame, int link, Frames target);
}
