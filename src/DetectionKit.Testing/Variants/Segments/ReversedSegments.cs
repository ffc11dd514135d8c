using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Segments;

/// <summary>Each TCP payload in up to four parts, the last one first.</summary>
internal sealed class ReversedSegments : CaptureVariant
{
    private const int Parts = 4;

    public override string Name => "reversed-segments";

    private protected override void Rewrite(Frame frame, int link, Frames target)
    {
        if (PacketLayout.Of(frame, link) is not { } layout || !SegmentWriter.HasData(frame.Bytes, layout) || layout.Size < 2)
        {
            target.List.Add(frame);
            return;
        }

        var size = (layout.Size + Parts - 1) / Parts;
        for (var at = (layout.Size - 1) / size * size; at >= 0; at -= size)
            target.Add(frame.Time, SegmentWriter.Part(frame.Bytes, layout, at, Math.Min(size, layout.Size - at)));
    }
}
