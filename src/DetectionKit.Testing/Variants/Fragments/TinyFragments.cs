using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants.Fragments;

/// <summary>Each IP packet in fragments of sixteen bytes: not even TCP's header is in one.</summary>
internal class TinyFragments : CaptureVariant
{
    private const int Size = 16;
    private uint _next;

    public override string Name => "tiny-fragments";

    private protected override void Begin() => _next = 0;

    private protected override void Rewrite(Frame frame, int link, Frames target)
    {
        if (PacketLayout.Of(frame, link) is not { } layout || layout.End - layout.Transport <= Size)
        {
            target.List.Add(frame);
            return;
        }

        foreach (var fragment in Order(FragmentWriter.Cut(frame.Bytes, layout, Size, ++_next)))
            target.Add(frame.Time, fragment);
    }

    /// <summary>The order in which fragments are sent.</summary>
    private protected virtual IEnumerable<byte[]> Order(IEnumerable<byte[]> fragments) => fragments;
}
