using System.Buffers;

namespace DetectionKit.Traffic.Packets.Fragments;

/// <summary>A datagram that is being put together.</summary>
internal sealed class Datagram
{
    private const int Largest = 65_535;
    private const int MostFragments = 8192;
    private const int TinySize = 64;

    private readonly List<Range> _fragments = [];
    private byte[] _buffer = [];
    private int _covered;
    private int _total = -1;
    private ulong _sourceMac;
    private ulong _destinationMac;
    private int _vlan;
    private byte _timeToLive;
    private byte _typeOfService;
    private byte _protocol;

    /// <summary>Which datagram it is.</summary>
    public FragmentKey Key { get; private set; }

    /// <summary>When its first fragment came.</summary>
    public long Started { get; private set; }

    /// <summary>What its fragments are like.</summary>
    public FragmentFacts Facts;

    /// <summary>Bytes that it occupies.</summary>
    public int Size => _buffer.Length;

    /// <summary>Whether every byte is there.</summary>
    public bool IsWhole => _covered == _total;

    /// <summary>Begins with a fragment, any one.</summary>
    public void Begin(in FragmentKey key, in Packet p)
    {
        Key = key;
        Started = p.Time;
        (_sourceMac, _destinationMac, _vlan) = (p.SourceMac, p.DestinationMac, p.Vlan);
        (_timeToLive, _typeOfService, _protocol) = (p.TimeToLive, p.TypeOfService, p.Protocol);
        Facts = default;
        _fragments.Clear();
        _covered = 0;
        _total = -1;
    }

    /// <summary>Adds a fragment.</summary>
    /// <param name="p">The fragment.</param>
    /// <param name="policy">Which bytes win where it overlaps.</param>
    public void Add(in Packet p, OverlapPolicy policy)
    {
        Facts.Count++;
        Facts.IpBytes += p.IpLength;
        var (offset, length) = (p.FragmentOffset, p.PayloadLength);
        if (p.MoreFragments && length < TinySize)
            Facts.Tiny++;
        // A fragment, not the last, that is no multiple of eight long: IPv6 drops it (RFC 8200 section 4.5), IPv4's receivers its odd end.
        if (p.MoreFragments && length % 8 != 0)
            length = p.IpVersion == 4 ? length & ~7 : 0;
        if (length == 0 || _fragments.Count >= MostFragments)
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

    /// <summary>Gives the buffer back.</summary>
    public void Release()
    {
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private int Beginning()
    {
        var end = 0;
        foreach (var fragment in _fragments)
        {
            if (fragment.Offset > end)
                break;
            end = Math.Max(end, fragment.End);
        }

        return end;
    }

    private void Reserve(int size)
    {
        if (size <= _buffer.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2048, size));
        _buffer.CopyTo(larger, 0);
        Release();
        _buffer = larger;
    }

    private void Place(int offset, int length, ReadOnlySpan<byte> bytes, OverlapPolicy policy)
    {
        var at = Position(offset);
        var end = offset + length;
        var target = _buffer.AsSpan(offset, length);
        // Where the capture cut the fragment, zeros stand for the rest.
        var present = Math.Min(bytes.Length, length);
        var fresh = length;
        if ((at > 0 && MaxEnd(at) > offset) || (at < _fragments.Count && _fragments[at].Offset < end))
            fresh = Overlap(offset, end, ref bytes, policy);
        bytes[..present].CopyTo(target);
        if (fresh == length)
            target[present..].Clear();
        _covered += fresh;
        _fragments.Insert(at, new(offset, end));
    }

    /// <summary>Gives overlapped bytes to whom the policy says; returns how many bytes are new.</summary>
    private int Overlap(int offset, int end, ref ReadOnlySpan<byte> bytes, OverlapPolicy policy)
    {
        Facts.Overlaps++;
        var merged = new byte[end - offset];
        bytes[..Math.Min(bytes.Length, merged.Length)].CopyTo(merged);
        var inconsistent = false;
        var (fresh, reached) = (end - offset, offset);
        foreach (var old in _fragments)
        {
            var from = Math.Max(offset, old.Offset);
            var to = Math.Min(end, old.End);
            if (from >= to)
                continue;
            fresh -= Math.Max(0, to - Math.Max(from, reached));
            reached = Math.Max(reached, to);
            var before = _buffer.AsSpan(from, to - from);
            var now = merged.AsSpan(from - offset, to - from);
            inconsistent |= !before.SequenceEqual(now);
            if (!OverlapRules.NewerFragmentWins(policy, offset - old.Offset, end - old.End))
                before.CopyTo(now);
        }

        if (inconsistent)
            Facts.Inconsistent++;
        bytes = merged;
        return fresh;
    }

    private int MaxEnd(int before)
    {
        // Fragments are ordered by offset; only overlapping ones can end behind their successor, and those are few.
        var end = 0;
        for (var i = before - 1; i >= 0 && i >= before - 4; i--)
            end = Math.Max(end, _fragments[i].End);
        return end;
    }

    private int Position(int offset)
    {
        var (low, high) = (0, _fragments.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_fragments[middle].Offset <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private readonly record struct Range(int Offset, int End);
}
