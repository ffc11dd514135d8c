using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DetectionKit.Traffic.Packets.Fragments;

/// <summary>A datagram that is being put together.</summary>
internal sealed class Datagram
{
    private const int Largest = 65_535;

    /// <summary>Fragments begin at multiples of eight bytes (RFC 791 section 3.2).</summary>
    private const int Unit = 8;
    private const int TinySize = 64;

    private byte[] _buffer = [];

    // Whose the bytes of each unit are: so a fragment costs what it is long, however many others there are.
    private byte[] _ownerBytes = [];
    private int _covered;
    private int _total = -1;
    private int _reached;
    private ulong _sourceMac;
    private ulong _destinationMac;
    private int _vlan;
    private byte _timeToLive;
    private byte _typeOfService;
    private byte _protocol;

    /// <summary>Which datagram it is.</summary>
    public FragmentKey Key { get; private set; } = null!;

    /// <summary>When its first fragment came.</summary>
    public long Started { get; private set; }

    /// <summary>What its fragments are like.</summary>
    public FragmentFacts Facts;

    /// <summary>Steps since it was made: units placed and moved.</summary>
    public long Work { get; private set; }

    /// <summary>Bytes that it occupies.</summary>
    public int Size => _buffer.Length + _ownerBytes.Length;

    private Span<Owner> Owners => MemoryMarshal.Cast<byte, Owner>(_ownerBytes.AsSpan());

    /// <summary>Whether every byte is there, and none behind the end.</summary>
    public bool IsWhole => _covered == _total && _reached == _total;

    /// <summary>Begins with a fragment, any one.</summary>
    public void Begin(FragmentKey key, in Packet p)
    {
        Key = key;
        Started = p.Time;
        (_sourceMac, _destinationMac, _vlan) = (p.SourceMac, p.DestinationMac, p.Vlan);
        (_timeToLive, _typeOfService, _protocol) = (p.TimeToLive, p.TypeOfService, p.Protocol);
        Facts = default;
        _covered = _reached = 0;
        _total = -1;
    }

    /// <summary>Adds a fragment.</summary>
    /// <param name="p">The fragment.</param>
    /// <param name="policy">Which bytes win where it overlaps.</param>
    public void Add(in Packet p, OverlapPolicy policy)
    {
        Facts.Count++;
        Facts.IpBytes = (int)Math.Min((long)Facts.IpBytes + p.IpLength, int.MaxValue);
        var (offset, length) = (p.FragmentOffset, p.PayloadLength);
        if (p.MoreFragments && length < TinySize)
            Facts.Tiny++;
        // A fragment, not the last, that is no multiple of eight long: IPv6 drops it (RFC 8200 section 4.5), IPv4's receivers its odd end.
        if (p.MoreFragments && length % 8 != 0)
            length = p.IpVersion == 4 ? length & ~7 : 0;
        if (length == 0)
            return;
        if (offset + length > Largest || (_total >= 0 && offset + length > _total))
        {
            Facts.TooLarge++;
            return;
        }

        if (!p.MoreFragments && _total < 0)
            _total = offset + length;
        if (offset == 0)
            _protocol = p.Protocol;
        Reserve(offset + length);
        Place(offset, length, p.Payload[..Math.Min(length, p.Payload.Length)], policy);
    }

    /// <summary>The whole packet; or, where it is not whole, the header and nothing of the payload but what begins it without a gap.</summary>
    /// <param name="p">Filled; its payload is this datagram's buffer.</param>
    public void Fill(ref Packet p)
    {
        (p.SourceMac, p.DestinationMac, p.Vlan) = (_sourceMac, _destinationMac, _vlan);
        (p.TimeToLive, p.TypeOfService, p.Protocol) = (_timeToLive, _typeOfService, _protocol);
        (p.SourceHigh, p.SourceLow, p.DestinationHigh, p.DestinationLow) = (Key.SourceHigh, Key.SourceLow, Key.DestinationHigh, Key.DestinationLow);
        (p.IpVersion, p.Context, p.IpLength, p.WirePackets) = (Key.Version, Key.Context, Facts.IpBytes, Facts.Count);
        p.IsFragment = false;
        var length = IsWhole ? _total : Beginning();
        p.Payload = _buffer.AsSpan(0, length);
        p.PayloadLength = length;
    }

    /// <summary>Gives the buffers back.</summary>
    public void Release()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            ArrayPool<byte>.Shared.Return(_ownerBytes);
        }

        _buffer = [];
        _ownerBytes = [];
    }

    private int Beginning()
    {
        var end = 0;
        var owners = Owners;
        while (end < owners.Length && owners[end].End > 0)
            end++;
        return Math.Min(end * Unit, _total >= 0 ? _total : _reached);
    }

    private void Reserve(int size)
    {
        _reached = Math.Max(_reached, size);
        if (size <= _buffer.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2048, size));
        var owners = ArrayPool<byte>.Shared.Rent(((larger.Length / Unit) + 1) * Unsafe.SizeOf<Owner>());
        Array.Clear(owners);
        Work += larger.Length / Unit;
        _buffer.CopyTo(larger, 0);
        _ownerBytes.CopyTo(owners, 0);
        Release();
        (_buffer, _ownerBytes) = (larger, owners);
    }

    /// <summary>Puts a fragment in its place; overlapped bytes go to whom the policy says. Where the capture cut it, zeros stand for the rest.</summary>
    private void Place(int offset, int length, ReadOnlySpan<byte> bytes, OverlapPolicy policy)
    {
        var me = new Owner((ushort)(offset / Unit), (ushort)((offset + length + Unit - 1) / Unit));
        bool overlaps = false, inconsistent = false;
        Span<byte> unit = stackalloc byte[Unit];
        var owners = Owners;
        Work += me.End - me.Start;
        for (int number = me.Start; number < me.End; number++)
        {
            var at = number * Unit;
            var target = _buffer.AsSpan(at, Math.Min(Unit, offset + length - at));
            unit.Clear();
            bytes[Math.Min(bytes.Length, at - offset)..Math.Min(bytes.Length, at - offset + target.Length)].CopyTo(unit);
            ref var owner = ref owners[number];
            if (owner.End == 0)
            {
                _covered += target.Length;
            }
            else
            {
                overlaps = true;
                inconsistent |= !target.SequenceEqual(unit[..target.Length]);
                if (!OverlapRules.NewerFragmentWins(policy, (me.Start - owner.Start) * Unit, (me.End - owner.End) * Unit))
                    continue;
            }

            unit[..target.Length].CopyTo(target);
            owner = me;
        }

        Facts.Overlaps += overlaps ? 1 : 0;
        Facts.Inconsistent += inconsistent ? 1 : 0;
    }

    /// <summary>A fragment's place, in units.</summary>
    private readonly record struct Owner(ushort Start, ushort End);
}
