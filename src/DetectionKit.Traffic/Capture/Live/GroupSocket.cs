namespace DetectionKit.Traffic.Capture.Live;

/// <summary>
/// What an interface carries to the groups of multicast DNS (RFC 6762 section 3) and LLMNR (RFC 4795 section 2): little, and beside any ring. A ring among which packets are spread hears by it of
/// queries that another ring has, before their unicast replies come to it: the kernel has delivered the one when it gets the other.
/// </summary>
internal sealed unsafe class GroupSocket : IDisposable
{
    private const int DoNotWait = 0x40; // MSG_DONTWAIT
    private readonly PacketSocket _socket;
    private readonly byte[] _frame = new byte[SocketFilter.LongestOfGroups];
    private readonly LinkType _link;

    /// <summary>Opens an interface. A failure is a <see cref="LiveCaptureException"/>.</summary>
    /// <param name="interfaceName">Its name.</param>
    public GroupSocket(string interfaceName)
    {
        _socket = new PacketSocket(interfaceName);
        try
        {
            SocketFilter.OnlyNameGroups(_socket);
            _link = HardwareTypes.LinkTypeOf(_socket.Bind(receive: true)) ?? throw new LiveCaptureException($"{interfaceName}: its frames cannot be read");
        }
        catch (LiveCaptureException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Reads a packet that has come; false: none is left. Never waits.</summary>
    /// <param name="packet">The packet; it has no time.</param>
    public bool Read(ref CapturedPacket packet)
    {
        fixed (byte* at = _frame)
        {
            var length = LibC.Receive(_socket.Descriptor, at, (nuint)_frame.Length, DoNotWait);
            if (length <= 0)
                return false;
            packet.Data = _frame.AsSpan(0, (int)length);
            packet.WireLength = (int)length;
            packet.LinkType = _link;
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
