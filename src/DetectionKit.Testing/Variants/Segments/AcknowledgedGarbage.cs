using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Segments;

/// <summary>Behind each TCP payload, other bytes with the same sequence number: a receiver has those already.</summary>
internal sealed class AcknowledgedGarbage : CaptureVariant
{
    public override string Name => "acknowledged-garbage";

    private protected override void Rewrite(Frame frame, int link, Frames target)
    {
        target.List.Add(frame);
        if (PacketLayout.Of(frame, link) is { } layout && SegmentWriter.HasData(frame.Bytes, layout))
            target.Add(frame.Time, SegmentWriter.Twin(frame.Bytes, layout, SegmentWriter.Sequence(frame.Bytes, layout)));
    }
}
