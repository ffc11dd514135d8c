using System.Buffers.Binary;

namespace DetectionKit.Traffic.Capture;

/// <summary>
/// pcapng (draft-ietf-opsawg-pcapng): several sections of either byte order, several interfaces, enhanced, simple and the obsolete packet
/// blocks; every other block is skipped.
/// </summary>
internal sealed class PcapNgFormat(ByteWindow window) : CaptureFormat(window)
{
    private const uint SectionHeader = 0x0A0D0D0A;
    private const uint ByteOrderMagic = 0x1A2B3C4D;
    private const int MostInterfaces = 4096;
    private readonly List<PcapNgInterface> _interfaces = [];
    private bool _swapped;

    /// <summary>The reader for what the window begins with, or null where that is no pcapng.</summary>
    /// <param name="window">At the file's begin.</param>
    public static PcapNgFormat? TryOpen(ByteWindow window) =>
        window.Has(12) && BinaryPrimitives.ReadUInt32LittleEndian(window.View) == SectionHeader ? new(window) : null;

    /// <inheritdoc/>
    public override bool Read(ref CapturedPacket packet)
    {
        while (true)
        {
            if (!Window.Has(12))
                return EndOrFail("truncated block header");
            var type = U32(Window.View);
            if (type == SectionHeader && !BeginSection())
                return Fail("section header with unknown byte order");
            var length = U32(Window.View[4..]);
            if (length < 12 || (length & 3) != 0)
                return Fail("impossible block length");
            if (length > ByteWindow.LargestSize)
            {
                if (type is 1 or 2 or 3 or 6 or SectionHeader)
                    return Fail("block too large");
                if (!Window.Skip(length))
                    return Fail("truncated block");
                continue;
            }

            if (!Window.Has((int)length))
                return Fail("truncated block");
            var body = Window.View[8..(int)(length - 4)];
            bool isPacket, fine;
            (isPacket, fine) = Take(type, body, ref packet);
            if (!fine)
                return Fail("damaged block");
            Window.Consume((int)length);
            if (isPacket)
                return true;
        }
    }

    private bool BeginSection()
    {
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(Window.View[8..]);
        _swapped = magic != ByteOrderMagic;
        _interfaces.Clear();
        return !_swapped || BinaryPrimitives.ReverseEndianness(magic) == ByteOrderMagic;
    }

    private (bool IsPacket, bool Fine) Take(uint type, ReadOnlySpan<byte> body, ref CapturedPacket packet) => type switch
    {
        1 => (false, TakeInterface(body)),
        2 => TakeObsolete(body, ref packet),
        3 => TakeSimple(body, ref packet),
        6 => TakeEnhanced(body, ref packet),
        _ => (false, true),
    };

    private bool TakeInterface(ReadOnlySpan<byte> body)
    {
        if (body.Length < 8 || _interfaces.Count >= MostInterfaces)
            return false;
        _interfaces.Add(PcapNgInterface.Parse(body, _swapped));
        return true;
    }

    private (bool IsPacket, bool Fine) TakeEnhanced(ReadOnlySpan<byte> body, ref CapturedPacket packet) =>
        body.Length < 20 ? (false, false) : TakeTimed(body, U32(body), ref packet);

    private (bool IsPacket, bool Fine) TakeObsolete(ReadOnlySpan<byte> body, ref CapturedPacket packet) =>
        body.Length < 20 ? (false, false) : TakeTimed(body, U16(body), ref packet);

    private (bool IsPacket, bool Fine) TakeTimed(ReadOnlySpan<byte> body, uint id, ref CapturedPacket packet)
    {
        var captured = U32(body[12..]);
        if (id >= _interfaces.Count || captured > body.Length - 20)
            return (false, false);
        var source = _interfaces[(int)id];
        packet.Time = source.ToNanoseconds(((ulong)U32(body[4..]) << 32) | U32(body[8..]));
        packet.WireLength = (int)Math.Clamp(U32(body[16..]), captured, int.MaxValue);
        packet.LinkType = source.LinkType;
        packet.Data = body.Slice(20, (int)captured);
        return (true, true);
    }

    /// <summary>A simple packet belongs to the first interface and has no time: it keeps that of the packet before it.</summary>
    private (bool IsPacket, bool Fine) TakeSimple(ReadOnlySpan<byte> body, ref CapturedPacket packet)
    {
        if (body.Length < 4 || _interfaces.Count == 0)
            return (false, false);
        var source = _interfaces[0];
        var wire = U32(body);
        var captured = Math.Min(wire, (uint)body.Length - 4);
        if (source.SnapLength > 0)
            captured = Math.Min(captured, source.SnapLength);
        packet.WireLength = (int)Math.Min(wire, int.MaxValue);
        packet.LinkType = source.LinkType;
        packet.Data = body.Slice(4, (int)captured);
        return (true, true);
    }

    private uint U32(ReadOnlySpan<byte> b) => _swapped ? BinaryPrimitives.ReadUInt32BigEndian(b) : BinaryPrimitives.ReadUInt32LittleEndian(b);

    private ushort U16(ReadOnlySpan<byte> b) => _swapped ? BinaryPrimitives.ReadUInt16BigEndian(b) : BinaryPrimitives.ReadUInt16LittleEndian(b);
}
