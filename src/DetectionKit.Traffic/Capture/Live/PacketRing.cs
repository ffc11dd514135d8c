using System.Runtime.InteropServices;

namespace DetectionKit.Traffic.Capture.Live;

/// <summary>
/// Packets of an interface, through a ring that the kernel fills (packet(7), TPACKET_V3: Documentation/networking/packet_mmap.rst). Nothing is copied:
/// a packet is a view of the ring until the next read. VLAN tags that the adapter took out are put back, so a frame is what was on the wire. On a
/// loopback interface, where every packet is seen twice, only its arrival counts. One reader at a time; Linux only.
/// </summary>
public sealed unsafe class PacketRing : IDisposable
{
    private const int TPacketV3 = 2;
    private const int ProtReadWrite = 3;
    private const int MapShared = 1;
    private const ushort ArphrdLoopback = 772;
    private const int FanoutProgram = 6; // PACKET_FANOUT_CBPF

    private readonly PacketSocket _socket;
    private readonly int _blockBytes;
    private readonly int _blocks;
    private readonly bool _loopback;
    private readonly GroupSocket? _groups;
    private byte* _ring;
    private int _block;
    private byte* _packet;
    private uint _left;
    private RingCounts _counts;

    /// <summary>Opens an interface. A failure is a <see cref="LiveCaptureException"/>.</summary>
    /// <param name="interfaceName">Its name: <c>eth0</c>.</param>
    /// <param name="options">Sizes and wishes.</param>
    public PacketRing(string interfaceName, RingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Interface = interfaceName;
        _blockBytes = options.BlockBytes;
        _blocks = Math.Max(2, options.RingBytes / options.BlockBytes);
        _socket = new PacketSocket(interfaceName);
        try
        {
            Map(options);
            SocketFilter.Limit(_socket, options.SnapLength);
            var hardware = _socket.Bind(receive: true);
            _loopback = hardware == ArphrdLoopback;
            LinkType = HardwareTypes.LinkTypeOf(hardware) ?? throw new LiveCaptureException($"{interfaceName}: frames of hardware type {hardware} cannot be read");
            if (options.Promiscuous)
                _socket.TakeAll();
            if (options.FanoutGroup is not { } group)
                return;
            _socket.Set(PacketSocket.PacketFanout, group | (FanoutProgram << 16));
            SocketFilter.SpreadByAddresses(_socket);
            _groups = new(interfaceName);
        }
        catch (LiveCaptureException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The interface's name.</summary>
    public string Interface { get; }

    /// <summary>What its frames begin with.</summary>
    public LinkType LinkType { get; }

    private byte* Block => _ring + ((nint)_block * _blockBytes);

    private ref uint BlockStatus => ref *(uint*)(Block + RingLayout.BlockStatus);

    /// <summary>Waits until there are packets.</summary>
    /// <param name="milliseconds">How long at most.</param>
    /// <returns>False: none came, or the wait was interrupted.</returns>
    public bool Wait(int milliseconds)
    {
        if (_left > 0 || (Volatile.Read(ref BlockStatus) & RingLayout.StatusUser) != 0)
            return true;
        var descriptor = new PollDescriptor { Descriptor = _socket.Descriptor, Events = 1 };
        return LibC.Poll(&descriptor, 1, milliseconds) > 0 && (Volatile.Read(ref BlockStatus) & RingLayout.StatusUser) != 0;
    }

    /// <summary>Reads the next packet of the block at hand; false where the block is read: it goes back to the kernel, and the next call begins the next one, if it is there.</summary>
    /// <param name="packet">The packet; its bytes are valid until the next call.</param>
    public bool Read(ref CapturedPacket packet)
    {
        if (!Next(mayTurn: true))
            return false;
        var spot = default(FrameSpot);
        Fill(ref spot);
        packet.Data = new ReadOnlySpan<byte>(Block + spot.At, spot.Length);
        packet.Time = spot.Time;
        packet.WireLength = spot.WireLength;
        packet.LinkType = LinkType;
        return true;
    }

    /// <summary>Reads the next packets of the block at hand, as <see cref="Read"/> does one.</summary>
    /// <param name="spots">Get where they lie.</param>
    /// <param name="window">The block.</param>
    internal int ReadAhead(Span<FrameSpot> spots, out ReadOnlySpan<byte> window)
    {
        var count = 0;
        // The call that finds the block read gives it back: what was found before must have been used by then.
        while (count < spots.Length && Next(mayTurn: count == 0))
            Fill(ref spots[count++]);
        window = new ReadOnlySpan<byte>(Block, _blockBytes);
        return count;
    }

    /// <summary>Reads a packet to a group that has come, be it to this ring or to another one among which packets are spread; false: none is left. Never waits.</summary>
    /// <param name="packet">The packet; its bytes are valid until the next call.</param>
    internal bool Hear(ref CapturedPacket packet) => _groups is not null && _groups.Read(ref packet);

    /// <summary>What the kernel counted so far.</summary>
    public RingCounts Counts()
    {
        var read = stackalloc uint[3];
        var length = 12U;
        // Reading sets the kernel's own counters to 0.
        if (LibC.GetOption(_socket.Descriptor, PacketSocket.SolPacket, PacketSocket.PacketStatistics, read, &length) == 0)
            _counts = new(_counts.Packets + read[0], _counts.Drops + read[1], _counts.Freezes + read[2]);
        return _counts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ring != null)
            _ = LibC.Unmap((nint)_ring, (nuint)((long)_blocks * _blockBytes));
        _ring = null;
        _groups?.Dispose();
        _socket.Dispose();
    }

    // False: the block that was at hand is read and given back, or there is none.
    private bool NextBlock()
    {
        if (_packet != null)
        {
            _packet = null;
            Volatile.Write(ref BlockStatus, RingLayout.StatusKernel);
            _block = (_block + 1) % _blocks;
            return false;
        }

        if ((Volatile.Read(ref BlockStatus) & RingLayout.StatusUser) == 0)
            return false;
        _left = *(uint*)(Block + RingLayout.BlockPackets);
        if (_left > 0)
            return true;
        Volatile.Write(ref BlockStatus, RingLayout.StatusKernel);
        _block = (_block + 1) % _blocks;
        return false;
    }

    // Moves on to the next packet; false where the block is read.
    private bool Next(bool mayTurn)
    {
        while (_left > 0 || (mayTurn && NextBlock()))
        {
            if (_packet == null)
                _packet = Block + *(uint*)(Block + RingLayout.BlockFirst);
            else
                _packet += *(uint*)(_packet + RingLayout.NextOffset);
            _left--;
            if (!_loopback || _packet[RingLayout.PacketType] != RingLayout.Outgoing)
                return true;
        }

        return false;
    }

    private void Fill(ref FrameSpot spot)
    {
        var at = _packet;
        var frame = at + *(ushort*)(at + RingLayout.Mac);
        spot.Length = *(int*)(at + RingLayout.SnapLength);
        spot.WireLength = *(int*)(at + RingLayout.Length);
        var status = *(uint*)(at + RingLayout.Status);
        if ((status & RingLayout.VlanValid) != 0 && LinkType == LinkType.Ethernet && spot.Length >= 12)
        {
            frame = PutTagBack(frame, *(uint*)(at + RingLayout.VlanTci), (status & RingLayout.VlanTpidValid) != 0 ? *(ushort*)(at + RingLayout.VlanTpid) : (ushort)0x8100);
            spot.Length += RingLayout.VlanRoom;
            spot.WireLength += RingLayout.VlanRoom;
        }

        spot.At = (int)(frame - Block);
        spot.Time = (*(uint*)(at + RingLayout.Seconds) * 1_000_000_000L) + *(uint*)(at + RingLayout.Nanoseconds);
        spot.WireLength = Math.Max(spot.WireLength, spot.Length);
    }

    /// <summary>Both addresses move back by the room that was reserved; the tag goes between them and the EtherType, as it was on the wire (IEEE 802.1Q).</summary>
    private static byte* PutTagBack(byte* frame, uint tci, ushort tpid)
    {
        var begin = frame - RingLayout.VlanRoom;
        new ReadOnlySpan<byte>(frame, 12).CopyTo(new Span<byte>(begin, 12));
        begin[12] = (byte)(tpid >> 8);
        begin[13] = (byte)(tpid & 0xFF);
        begin[14] = (byte)((tci >> 8) & 0xFF);
        begin[15] = (byte)(tci & 0xFF);
        return begin;
    }

    private void Map(RingOptions options)
    {
        _socket.Set(PacketSocket.PacketVersion, TPacketV3);
        _socket.Set(PacketSocket.PacketReserve, RingLayout.VlanRoom);
        const int frame = 1 << 11;
        var request = new RingRequest
        {
            BlockSize = (uint)_blockBytes,
            Blocks = (uint)_blocks,
            FrameSize = frame,
            Frames = (uint)((long)_blocks * _blockBytes / frame),
            Timeout = (uint)options.BlockMilliseconds,
        };
        _socket.Set(PacketSocket.PacketRxRing, in request);
        var at = LibC.Map(0, (nuint)((long)_blocks * _blockBytes), ProtReadWrite, MapShared, _socket.Descriptor, 0);
        if (at == -1)
            throw new LiveCaptureException(LibC.LastProblem("mmap"));
        _ring = (byte*)at;
    }

    /// <summary><c>struct tpacket_req3</c></summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct RingRequest
    {
        public uint BlockSize;
        public uint Blocks;
        public uint FrameSize;
        public uint Frames;
        public uint Timeout;
        public uint PrivateBytes;
        public uint Features;
    }
}
