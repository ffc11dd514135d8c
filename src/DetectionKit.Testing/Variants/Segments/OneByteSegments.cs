using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Segments;

/// <summary>Each byte of a TCP payload in a segment of its own, as far as a verdict could look.</summary>
internal sealed class OneByteSegments : CaptureVariant
{
    /// <summary>How many bytes of a payload are taken apart; the rest stays one segment.</summary>
    private const int Most = 512;

    public override string Name => "one-byte-segments";

    private protected override void Rewrite(Frame frame, int link, Frames target)
    {
        if (PacketLayout.Of(frame, link) is not { } layout || !SegmentWriter.HasData(frame.Bytes, layout))
        {
            target.List.Add(frame);
            return;
        }

        for (var at = 0; at < layout.Size; at++)
        {
            var count = at < Most ? 1 : layout.Size - at;
            target.Add(frame.Time, SegmentWriter.Part(frame.Bytes, layout, at, count));
            at += count - 1;
        }
    }
}
