using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Segments;

/// <summary>Before each TCP payload, as many other bytes far ahead of every window: a receiver drops them.</summary>
internal sealed class OutOfWindowGarbage : CaptureVariant
{
    private const uint Ahead = 1 << 30;

    public override string Name => "out-of-window-garbage";

    private protected override void Rewrite(Frame frame, int link, Frames target)
    {
        if (PacketLayout.Of(frame, link) is { } layout && SegmentWriter.HasData(frame.Bytes, layout))
            target.Add(frame.Time, SegmentWriter.Twin(frame.Bytes, layout, unchecked(SegmentWriter.Sequence(frame.Bytes, layout) + Ahead)));
        target.List.Add(frame);
    }
}
