using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <summary>
/// Which flow a packet belongs to, the same for both directions: end A is the one with the lower (address, port). The hash has a fixed
/// seed, so that runs are alike.
/// </summary>
internal readonly struct FlowKey
{
    private readonly ulong _aHigh;
    private readonly ulong _aLow;
    private readonly ulong _bHigh;
    private readonly ulong _bLow;
    private readonly uint _ports;
    private readonly uint _context;
    private readonly byte _version;

    private FlowKey(ulong aHigh, ulong aLow, ulong bHigh, ulong bLow, uint ports, uint context, byte protocol, byte version)
    {
        (_aHigh, _aLow, _bHigh, _bLow) = (aHigh, aLow, bHigh, bLow);
        (_ports, _context, Protocol, _version) = (ports, context, protocol, version);
    }

    /// <summary>What IP carries.</summary>
    public byte Protocol { get; }

    /// <summary>4 or 6.</summary>
    public int IpVersion => _version;

    /// <summary>Which tunnel the flow is inside of; 0: none.</summary>
    public uint Context => _context;

    /// <summary>The port of end A.</summary>
    public ushort PortA => (ushort)(_ports >> 16);

    /// <summary>The port of end B.</summary>
    public ushort PortB => (ushort)(_ports & 0xFFFF);

    /// <summary>The address of end A.</summary>
    public IpAddress AddressA => Address(_version, _aHigh, _aLow);

    /// <summary>The address of end B.</summary>
    public IpAddress AddressB => Address(_version, _bHigh, _bLow);

    /// <summary>The key of a packet, and which end sent it.</summary>
    /// <param name="p">The packet.</param>
    /// <param name="side">0: end A sent it; 1: end B.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FlowKey Of(in Packet p, out int side)
    {
        side = IsLower(in p) ? 0 : 1;
        return side == 0
            ? new(p.SourceHigh, p.SourceLow, p.DestinationHigh, p.DestinationLow, ((uint)p.SourcePort << 16) | p.DestinationPort, p.Context, p.Protocol, p.IpVersion)
            : new(p.DestinationHigh, p.DestinationLow, p.SourceHigh, p.SourceLow, ((uint)p.DestinationPort << 16) | p.SourcePort, p.Context, p.Protocol, p.IpVersion);
    }

    /// <summary>The key of an IPv4 packet outside of tunnels, and which end sent it.</summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's address.</param>
    /// <param name="ports">The sender's port in the high half, the receiver's in the low one: as they stand in the header.</param>
    /// <param name="protocol">What IP carries.</param>
    /// <param name="side">0: end A sent it; 1: end B.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FlowKey Version4(uint source, uint destination, uint ports, byte protocol, out int side)
    {
        if (source < destination || (source == destination && IsOrdered(ports)))
        {
            side = 0;
            return new(0, source, 0, destination, ports, 0, protocol, 4);
        }

        side = 1;
        return new(0, destination, 0, source, Swapped(ports), 0, protocol, 4);
    }

    /// <summary>The key of an IPv6 packet outside of tunnels, and which end sent it.</summary>
    /// <param name="sourceHigh">The high half of the sender's address.</param>
    /// <param name="sourceLow">The low half.</param>
    /// <param name="destinationHigh">The high half of the receiver's address.</param>
    /// <param name="destinationLow">The low half.</param>
    /// <param name="ports">As above.</param>
    /// <param name="protocol">What IP carries.</param>
    /// <param name="side">0: end A sent it; 1: end B.</param>
    public static FlowKey Version6(ulong sourceHigh, ulong sourceLow, ulong destinationHigh, ulong destinationLow, uint ports, byte protocol, out int side)
    {
        var isLower = sourceHigh != destinationHigh ? sourceHigh < destinationHigh : sourceLow != destinationLow ? sourceLow < destinationLow : IsOrdered(ports);
        side = isLower ? 0 : 1;
        return isLower
            ? new(sourceHigh, sourceLow, destinationHigh, destinationLow, ports, 0, protocol, 6)
            : new(destinationHigh, destinationLow, sourceHigh, sourceLow, Swapped(ports), 0, protocol, 6);
    }

    /// <summary>An address from its halves.</summary>
    /// <param name="version">4 or 6.</param>
    /// <param name="high">The high half; 0 for IPv4.</param>
    /// <param name="low">The low half, or IPv4's 32 bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IpAddress Address(int version, ulong high, ulong low) => version == 4 ? IpAddress.FromV4(unchecked((uint)low)) : V6(high, low);

    private static IpAddress V6(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return IpAddress.FromV6(bytes);
    }

    /// <summary>The address of an end.</summary>
    /// <param name="side">0: A; 1: B.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public IpAddress AddressOf(int side) => side == 0 ? AddressA : AddressB;

    /// <summary>The port of an end.</summary>
    /// <param name="side">0: A; 1: B.</param>
    public ushort PortOf(int side) => side == 0 ? PortA : PortB;

    /// <summary>Same flow.</summary>
    /// <param name="other">The other key.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(in FlowKey other) =>
        // One branch: nearly always all parts are the same.
        ((_aLow ^ other._aLow) | (_bLow ^ other._bLow) | (_aHigh ^ other._aHigh) | (_bHigh ^ other._bHigh)
        | (_ports ^ other._ports) | (_context ^ other._context) | (uint)(_version ^ other._version) | (uint)(Protocol ^ other.Protocol)) == 0;

    /// <summary>A hash of all parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash()
    {
        unchecked
        {
            var x = Mix(_aLow ^ 0x9E3779B97F4A7C15, _bLow ^ 0xC2B2AE3D27D4EB4F);
            var y = Mix(_aHigh ^ _ports ^ ((ulong)_context << 32), _bHigh ^ Protocol ^ 0x165667B19E3779F9);
            var h = Mix(x ^ 0xD6E8FEB86659FD93, y ^ 0xA0761D6478BD642F);
            return (uint)(h ^ (h >> 32));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong a, ulong b)
    {
        // Both halves at once would go through memory.
        var high = Bmi2.X64.IsSupported ? Bmi2.X64.MultiplyNoFlags(a, b) : Math.BigMul(a, b, out _);
        return high ^ unchecked(a * b);
    }

    private static bool IsOrdered(uint ports) => ports >> 16 <= (ports & 0xFFFF);

    private static uint Swapped(uint ports) => BitOperations.RotateLeft(ports, 16);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsLower(in Packet p)
    {
        if (p.SourceHigh != p.DestinationHigh)
            return p.SourceHigh < p.DestinationHigh;
        if (p.SourceLow != p.DestinationLow)
            return p.SourceLow < p.DestinationLow;
        return p.SourcePort <= p.DestinationPort;
    }
}
