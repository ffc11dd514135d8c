using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace DetectionKit.Traffic.Capture.Live;

/// <summary>
/// A packet socket (packet(7)) that belongs to one interface. Constants have the names of <c>linux/if_packet.h</c> and <c>linux/if_ether.h</c>.
/// Every failure is a <see cref="LiveCaptureException"/> with the call and the system's words.
/// </summary>
internal sealed class PacketSocket : IDisposable
{
    public const int SolPacket = 263;
    public const int PacketAddMembership = 1;
    public const int PacketRxRing = 5;
    public const int PacketStatistics = 6;
    public const int PacketVersion = 10;
    public const int PacketReserve = 12;
    public const int PacketFanout = 18;
    public const int PacketQdiscBypass = 20;
    public const int PacketFanoutData = 22;

    private const int AfPacket = 17;
    private const int SockRaw = 3;
    private const int SockCloseOnExec = 0x80000;
    private const ushort EthPAll = 3;
    private const ushort PacketMrPromiscuous = 1;
    private const int EPerm = 1;
    private const int EAcces = 13;

    /// <summary>A socket that takes no packets yet: it gets them once it is bound.</summary>
    /// <param name="interfaceName">The interface: <c>eth0</c>.</param>
    public PacketSocket(string interfaceName)
    {
        Index = (int)LibC.InterfaceIndex(interfaceName);
        if (Index == 0)
            throw new LiveCaptureException($"there is no interface {interfaceName}");
        Descriptor = LibC.Socket(AfPacket, SockRaw | SockCloseOnExec, 0);
        if (Descriptor >= 0)
            return;
        throw new LiveCaptureException(Marshal.GetLastPInvokeError() is EPerm or EAcces
            ? "packet sockets are not allowed: this needs root, or the capability CAP_NET_RAW"
            : LibC.LastProblem("socket"));
    }

    /// <summary>The file descriptor.</summary>
    public int Descriptor { get; private set; }

    /// <summary>The interface's index.</summary>
    public int Index { get; }

    /// <summary>Sets an option of the packet level.</summary>
    public unsafe void Set<T>(int option, in T value)
        where T : unmanaged => Set(SolPacket, option, in value, $"setsockopt({option})");

    /// <summary>Sets an option.</summary>
    public unsafe void Set<T>(int level, int option, in T value, string call)
        where T : unmanaged
    {
        fixed (T* at = &value)
        {
            if (LibC.SetOption(Descriptor, level, option, at, (uint)sizeof(T)) != 0)
                throw new LiveCaptureException(LibC.LastProblem(call));
        }
    }

    /// <summary>Begins to take every packet of the interface, in both directions.</summary>
    /// <returns>What its frames begin with (ARPHRD, <c>linux/if_arp.h</c>).</returns>
    public unsafe ushort Bind(bool receive)
    {
        // struct sockaddr_ll: family, protocol (most significant byte first), index, hatype, pkttype, halen, address.
        Span<byte> address = stackalloc byte[20];
        address.Clear();
        BinaryPrimitives.WriteUInt16LittleEndian(address, AfPacket);
        BinaryPrimitives.WriteUInt16BigEndian(address[2..], receive ? EthPAll : (ushort)0);
        BinaryPrimitives.WriteInt32LittleEndian(address[4..], Index);
        fixed (byte* at = address)
        {
            if (LibC.Bind(Descriptor, at, 20) != 0)
                throw new LiveCaptureException(LibC.LastProblem("bind"));
            var length = 20U;
            if (LibC.GetSocketName(Descriptor, at, &length) != 0)
                throw new LiveCaptureException(LibC.LastProblem("getsockname"));
        }

        return BinaryPrimitives.ReadUInt16LittleEndian(address[8..]);
    }

    /// <summary>Has the interface take frames that are not addressed to it, as long as this socket lives.</summary>
    public void TakeAll() => Set(PacketAddMembership, new MembershipRequest { Index = Index, Type = PacketMrPromiscuous });

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Descriptor >= 0)
            _ = LibC.Close(Descriptor);
        Descriptor = -1;
    }

    /// <summary><c>struct packet_mreq</c></summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct MembershipRequest
    {
        public int Index;
        public ushort Type;
        public ushort AddressLength;
        public ulong Address;
    }
}
