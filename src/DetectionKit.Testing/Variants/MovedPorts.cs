using System.Buffers.Binary;
using DetectionKit.Testing.Variants.Packets;

namespace DetectionKit.Testing.Variants;

/// <summary>Every TCP and UDP port is another one; no two become the same.</summary>
internal sealed class MovedPorts : CaptureVariant
{
    private const int Factor = 40_503;

    public override string Name => "moved-ports";

    public override int PortOf(int port) => (port * Factor) & 0xFFFF;

    private protected override void Rewrite(Frame frame, int link, Frames target)
    {
        if (PacketLayout.Of(frame, link) is not { Payload: > 0 } layout)
        {
            target.List.Add(frame);
            return;
        }

        var bytes = frame.Bytes.ToArray();
        foreach (var at in (ReadOnlySpan<int>)[layout.Transport, layout.Transport + 2])
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)PortOf(BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at))));
        target.Add(frame.Time, bytes);
    }
}
