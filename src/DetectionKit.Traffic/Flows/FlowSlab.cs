using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace DetectionKit.Traffic.Flows;

/// <summary>All flows: slots in chunks that never move, found by an open-addressing table of (hash, slot). Grows with use, up to a limit.</summary>
internal sealed class FlowSlab
{
    private const int ChunkBits = 12;
    private const int ChunkSize = 1 << ChunkBits;

    // An entry's slot counts from one.
    private const ulong Empty = 0;

    private Flow[][] _chunks = [];
    private ulong[] _table = new ulong[1 << 12];
    private int _free = -1;
    private int _used;

    /// <summary>How many flows there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many slots were ever used: live flows have lower indexes.</summary>
    public int Slots => _used;

    /// <summary>The flow in a slot.</summary>
    /// <param name="index">The slot.</param>
    public ref Flow this[int index]
    {
        // Every chunk is that large: its length, which lies away from the flow, is not asked for.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_chunks[index >> ChunkBits]), index & (ChunkSize - 1));
    }

    /// <summary>The slot of a key's flow; -1: none.</summary>
    /// <param name="hash">The key's hash.</param>
    /// <param name="key">The key.</param>
    public int Find(uint hash, in FlowKey key)
    {
        var table = _table;
        var mask = (uint)table.Length - 1;
        for (var at = hash & mask; ; at = (at + 1) & mask)
        {
            var entry = table[at];
            if (entry == Empty)
                return -1;
            if (HashOf(entry) == hash && this[SlotOf(entry)].Key.Is(in key))
                return SlotOf(entry);
        }
    }

    /// <summary>The slot of the first flow with that hash, brought near the processor: nearly always the key's own; -1: none has it.</summary>
    /// <param name="hash">The key's hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Prefetch(uint hash)
    {
        var table = _table;
        var mask = (uint)table.Length - 1;
        for (var at = hash & mask; ; at = (at + 1) & mask)
        {
            var entry = table[at];
            if (entry == Empty)
                return -1;
            if (HashOf(entry) != hash)
                continue;
            PrefetchHot(SlotOf(entry));
            return SlotOf(entry);
        }
    }

    /// <summary>Brings the table's entry for a key near the processor: before <see cref="Prefetch"/>.</summary>
    /// <param name="hash">The key's hash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void PrefetchEntry(uint hash)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref _table[hash & ((uint)_table.Length - 1)]));
    }

    /// <summary>Brings near the processor what it takes to end a flow: the table's entry of one whose slot is near already, and the slot of the one behind it.</summary>
    /// <param name="index">The flow that is next.</param>
    /// <param name="behind">The one behind it; -1: none.</param>
    public unsafe void PrefetchEnd(int index, int behind)
    {
        PrefetchEntry(this[index].Hash);
        if (!Sse.IsSupported || behind < 0)
            return;
        var slot = (byte*)Unsafe.AsPointer(ref this[behind]);
        for (var at = 0; at < sizeof(Flow); at += 64)
            Sse.Prefetch0(slot + at);
    }

    /// <summary>A slot for a new flow, cleared, with its key and hash in place.</summary>
    /// <param name="hash">The key's hash.</param>
    /// <param name="key">The key; no flow has it yet.</param>
    public int Add(uint hash, in FlowKey key)
    {
        if ((Count + 1) * 2L > _table.Length)
            Grow();
        int index;
        if (_free >= 0)
        {
            index = _free;
            _free = this[index].WheelNext;
        }
        else
        {
            index = _used++;
            if (index >> ChunkBits == _chunks.Length)
                _chunks = [.. _chunks, new Flow[ChunkSize]];
        }

        ref var flow = ref this[index];
        flow = default;
        flow.Key = key;
        flow.Hash = hash;
        flow.Facts = FlowFacts.Live;
        Enter(_table, hash, index);
        Count++;
        return index;
    }

    /// <summary>Frees a flow's slot.</summary>
    /// <param name="index">The slot.</param>
    public void Remove(int index)
    {
        ref var flow = ref this[index];
        Leave(flow.Hash, index);
        flow.Facts = FlowFacts.None;
        flow.WheelNext = _free;
        _free = index;
        Count--;
    }

    private static int SlotOf(ulong entry) => unchecked((int)entry - 1);

    private static uint HashOf(ulong entry) => unchecked((uint)(entry >> 32));

    // What every packet touches. A hint only: should the collector move the chunk meanwhile, nothing comes of it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void PrefetchHot(int index)
    {
        if (!Sse.IsSupported)
            return;
        var slot = (byte*)Unsafe.AsPointer(ref this[index]);
        unchecked
        {
            Sse.Prefetch0(slot);
            Sse.Prefetch0(slot + 64);
            Sse.Prefetch0(slot + 128);
        }
    }

    private static void Enter(ulong[] table, uint hash, int index)
    {
        var mask = (uint)table.Length - 1;
        var at = hash & mask;
        while (table[at] != Empty)
            at = (at + 1) & mask;
        table[at] = ((ulong)hash << 32) | (uint)(index + 1);
    }

    /// <summary>Removes an entry and closes the gap, so that no tombstones gather.</summary>
    private void Leave(uint hash, int index)
    {
        var table = _table;
        var mask = (uint)table.Length - 1;
        var at = hash & mask;
        while (SlotOf(table[at]) != index)
            at = (at + 1) & mask;
        for (var next = (at + 1) & mask; ; next = (next + 1) & mask)
        {
            var entry = table[next];
            if (entry == Empty)
                break;
            var home = HashOf(entry) & mask;
            if (unchecked((next - home) & mask) >= unchecked((next - at) & mask))
            {
                table[at] = entry;
                at = next;
            }
        }

        table[at] = Empty;
    }

    private void Grow()
    {
        var table = new ulong[_table.Length * 2];
        foreach (var entry in _table)
        {
            if (entry != Empty)
                Enter(table, HashOf(entry), SlotOf(entry));
        }

        _table = table;
    }
}
