using DetectionKit.Testing.Variants.Packets;
using DetectionKit.Traffic.Capture;

namespace DetectionKit.Testing.Variants.Tunnels;

/// <summary>A variant that puts each IP packet into something else, in an Ethernet frame.</summary>
internal abstract class Wrapping : CaptureVariant
{
    private protected sealed override int Link(int link) => (int)LinkType.Ethernet;

    private protected sealed override void Rewrite(Frame frame, int link, Frames target)
    {
        var ip = LinkHeader.Length(frame.Bytes, link);
        // The frame's padding stays behind.
        if (PacketLayout.Of(frame, link) is { } layout)
            target.Add(frame.Time, Wrap(frame.Bytes.AsSpan(layout.Ip, layout.End - layout.Ip)));
        else if (ip >= 0 && ip < frame.Bytes.Length)
            target.Add(frame.Time, Wrap(frame.Bytes.AsSpan(ip)), frame.Cut);
        else if (link == (int)LinkType.Ethernet)
            target.List.Add(frame);
    }

    /// <summary>The frame that carries a packet.</summary>
    private protected abstract byte[] Wrap(ReadOnlySpan<byte> packet);

    /// <summary>A packet in a frame without anything between.</summary>
    private protected static byte[] Plain(ReadOnlySpan<byte> packet) => LinkHeader.Wrap([], LinkHeader.TypeOf(packet), packet);
}
