using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Verdicts;

/// <summary>TCP segments that came before their turn, few and in order of their sequence. Where they overlap they say the same: the policy settled it.</summary>
internal sealed class HeldSegments
{
    private const int Most = 32;

    // Made with the first: nearly always there is none.
    private Segment[] _segments = null!;

    /// <summary>How many are held.</summary>
    public int Count { get; private set; }

    /// <summary>The sequence number of the first; 0 for none.</summary>
    public uint FirstSequence => Count > 0 ? _segments[0].Sequence : 0;

    /// <summary>Holds a segment.</summary>
    /// <param name="sequence">Its first byte's sequence number.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="pool">Where buffers come from.</param>
    /// <param name="policy">Whose bytes win where it overlaps others.</param>
    /// <param name="contradictions">Counts the held ones that said something else.</param>
    /// <returns>False: there is no room.</returns>
    public bool Hold(uint sequence, ReadOnlySpan<byte> bytes, BytePool pool, OverlapPolicy policy, scoped ref int contradictions)
    {
        if (Count == Most)
            return false;
        if (bytes.Length > BytePool.Largest)
            bytes = bytes[..BytePool.Largest];
        bytes = Settle(sequence, bytes, policy, ref contradictions);
        if (_segments is null || Count == _segments.Length)
            Array.Resize(ref _segments, Math.Max(4, Count * 2));
        var at = Count;
        while (at > 0 && unchecked((int)(_segments[at - 1].Sequence - sequence)) > 0)
            at--;
        for (var i = Count; i > at; i--)
            _segments[i] = _segments[i - 1];
        var buffer = pool.Rent(bytes.Length);
        bytes.CopyTo(buffer);
        _segments[at] = new(sequence, bytes.Length, buffer);
        Count++;
        return true;
    }

    /// <summary>Settles what a segment and the held ones that it overlaps say: afterwards they say the same.</summary>
    /// <param name="sequence">Its first byte's sequence number.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="policy">Whose bytes win.</param>
    /// <param name="contradictions">Counts the held ones that said something else.</param>
    /// <returns>Its bytes as they stand now.</returns>
    public ReadOnlySpan<byte> Settle(uint sequence, ReadOnlySpan<byte> bytes, OverlapPolicy policy, scoped ref int contradictions)
    {
        var settled = bytes;
        byte[]? copy = null;
        var newerWins = false;
        for (var i = 0; i < Count; i++)
        {
            if (!Overlap(in _segments[i], sequence, bytes.Length, out var old, out var at) || old.SequenceEqual(bytes.Slice(at, old.Length)))
                continue;
            contradictions++;
            if (NewerWins(policy, sequence, bytes.Length, in _segments[i]))
            {
                newerWins = true;
                continue;
            }

            copy ??= bytes.ToArray();
            old.CopyTo(copy.AsSpan(at));
            settled = copy;
        }

        for (var i = 0; newerWins && i < Count; i++)
        {
            if (Overlap(in _segments[i], sequence, bytes.Length, out var old, out var at))
                settled.Slice(at, old.Length).CopyTo(old);
        }

        return settled;
    }

    /// <summary>The first held segment, if its turn has come; it stays held until <see cref="RemoveFirst"/>.</summary>
    /// <param name="expected">The sequence number whose turn it is.</param>
    /// <param name="bytes">Its bytes from that number on; empty where all of them came before.</param>
    public bool TryFirst(uint expected, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (Count == 0)
            return false;
        ref readonly var first = ref _segments[0];
        var behind = unchecked((int)(expected - first.Sequence));
        if (behind < 0)
            return false;
        if (behind < first.Length)
            bytes = first.Buffer.AsSpan(behind, first.Length - behind);
        return true;
    }

    /// <summary>Lets go of the first.</summary>
    /// <param name="pool">Where its buffer came from.</param>
    public void RemoveFirst(BytePool pool)
    {
        pool.Return(_segments[0].Buffer);
        Count--;
        Array.Copy(_segments, 1, _segments, 0, Count);
        _segments[Count] = default;
    }

    /// <summary>Lets go of all.</summary>
    /// <param name="pool">Where the buffers came from.</param>
    public void Clear(BytePool pool)
    {
        while (Count > 0)
            RemoveFirst(pool);
    }

    private static bool NewerWins(OverlapPolicy policy, uint sequence, int length, in Segment old)
    {
        long start = unchecked((int)(sequence - old.Sequence));
        return OverlapRules.NewerSegmentWins(policy, start, start + length - old.Length);
    }

    /// <summary>The bytes of a held segment that another one covers, and where in that one they are.</summary>
    private static bool Overlap(in Segment old, uint sequence, int length, out Span<byte> bytes, out int at)
    {
        long start = unchecked((int)(sequence - old.Sequence));
        var from = Math.Max(0, start);
        var to = Math.Min(old.Length, start + length);
        at = (int)Math.Max(0, -start);
        bytes = from < to ? old.Buffer.AsSpan((int)from, (int)(to - from)) : default;
        return from < to;
    }

    private readonly record struct Segment(uint Sequence, int Length, byte[] Buffer);
}
