using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DetectionKit.Traffic.Capture;

/// <summary>Classic pcap (draft-ietf-opsawg-pcap): both byte orders, micro- and nanoseconds, the "modified" form with eight more bytes a record.</summary>
internal sealed class PcapFormat : CaptureFormat
{
    /// <summary>The largest record that libpcap itself accepts.</summary>
    public const int LargestPacket = 262_144;

    private const int FileHeaderSize = 24;
    private readonly int _headerSize;
    private readonly bool _swapped;
    private readonly int _nanosecondsPerUnit;

    private PcapFormat(ByteWindow window, uint magic, bool swapped)
        : base(window)
    {
        _swapped = swapped;
        _nanosecondsPerUnit = magic == 0xA1B23C4D ? 1 : 1000;
        _headerSize = magic == 0xA1B2CD34 ? 24 : 16;
        LinkType = (LinkType)(ReadUInt32(window.View[20..]) & 0xFFFF);
        window.Consume(FileHeaderSize);
    }

    /// <summary>The reader for what the window begins with, or null where that is no pcap.</summary>
    /// <param name="window">At the file's begin.</param>
    public static PcapFormat? TryOpen(ByteWindow window)
    {
        if (!window.Has(FileHeaderSize))
            return null;
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(window.View);
        if (IsMagic(magic))
            return new(window, magic, !BitConverter.IsLittleEndian);
        magic = BinaryPrimitives.ReverseEndianness(magic);
        return IsMagic(magic) ? new(window, magic, BitConverter.IsLittleEndian) : null;
    }

    /// <inheritdoc/>
    public override bool Read(ref CapturedPacket packet)
    {
        if (!Window.Has(_headerSize))
            return EndOrFail("truncated packet header");
        var header = Window.View;
        var captured = ReadUInt32(header[8..]);
        if (captured > LargestPacket)
            return Fail("impossible packet length");
        var size = _headerSize + (int)captured;
        if (header.Length < size && !Window.Has(size))
            return Fail("truncated packet");
        header = Window.View;
        packet.Time = (ReadUInt32(header) * 1_000_000_000L) + ((long)ReadUInt32(header[4..]) * _nanosecondsPerUnit);
        packet.WireLength = (int)Math.Clamp(ReadUInt32(header[12..]), captured, int.MaxValue);
        packet.LinkType = LinkType;
        packet.Data = header.Slice(_headerSize, (int)captured);
        Window.Consume(size);
        return true;
    }

    /// <inheritdoc/>
    public override int ReadAhead(Span<FrameSpot> spots)
    {
        var view = Window.View;
        var (start, headerSize, unit) = (Window.Start, _headerSize, _nanosecondsPerUnit);
        var at = 0;
        var count = 0;
        while (count < spots.Length && view.Length - at >= headerSize)
        {
            var header = view.Slice(at, 16);
            var captured = ReadUInt32(header[8..]);
            if (captured > LargestPacket || (int)captured > view.Length - at - headerSize)
                break;
            ref var spot = ref spots[count++];
            at += headerSize;
            spot.Time = (ReadUInt32(header) * 1_000_000_000L) + ((long)ReadUInt32(header[4..]) * unit);
            spot.At = start + at;
            spot.Length = (int)captured;
            spot.WireLength = (int)Math.Clamp(ReadUInt32(header[12..]), captured, int.MaxValue);
            at += (int)captured;
        }

        Window.Consume(at);
        return count;
    }

    private static bool IsMagic(uint magic) => magic is 0xA1B2C3D4 or 0xA1B23C4D or 0xA1B2CD34;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint ReadUInt32(ReadOnlySpan<byte> bytes)
    {
        var value = Unsafe.ReadUnaligned<uint>(in bytes[..4][0]);
        return _swapped ? BinaryPrimitives.ReverseEndianness(value) : value;
    }
}
