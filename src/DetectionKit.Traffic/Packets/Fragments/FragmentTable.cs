namespace DetectionKit.Traffic.Packets.Fragments;

/// <summary>Datagrams that are being put together: bounded in bytes and in number; the oldest is given up first.</summary>
internal sealed class FragmentTable(long mostBytes, OverlapPolicy policy)
{
    private const int MostDatagrams = 8192;
    private const long Patience = 30_000_000_000;
    private readonly Dictionary<FragmentKey, LinkedListNode<Datagram>> _byKey = new(new SameDatagram());
    private readonly LinkedList<Datagram> _byAge = [];
    private readonly Stack<LinkedListNode<Datagram>> _spare = [];
    private long _bytes;

    /// <summary>Steps taken in all: a fragment costs what it is long, however many others there are.</summary>
    public long Work { get; private set; }

    /// <summary>Whether nothing is being put together.</summary>
    public bool IsEmpty => _byAge.Count == 0;

    /// <summary>Adds a fragment.</summary>
    /// <param name="p">The fragment.</param>
    /// <returns>Its datagram where that is whole now: to be given to <see cref="Release"/> after use; else null.</returns>
    public Datagram? Add(in Packet p)
    {
        var key = FragmentKey.Of(in p);
        if (!_byKey.TryGetValue(key, out var node))
        {
            node = _spare.TryPop(out var spare) ? spare : new(new Datagram());
            node.Value.Begin(key, in p);
            _byKey.Add(key, node);
            _byAge.AddLast(node);
        }

        var datagram = node.Value;
        _bytes -= datagram.Size;
        var before = datagram.Work;
        datagram.Add(in p, policy);
        Work += 1 + datagram.Work - before;
        _bytes += datagram.Size;
        if (!datagram.IsWhole)
            return null;
        Take(node);
        return datagram;
    }

    /// <summary>The oldest datagram, taken out, where it has waited too long or room is short; else null.</summary>
    /// <param name="now">The time: nanoseconds since the epoch.</param>
    /// <param name="all">Whether nothing is kept.</param>
    public Datagram? GiveUp(long now, bool all)
    {
        if (_byAge.First is not { } oldest)
            return null;
        var tooOld = now - oldest.Value.Started > Patience;
        if (!all && !tooOld && _bytes <= mostBytes && _byAge.Count <= MostDatagrams)
            return null;
        Take(oldest);
        oldest.Value.Facts.Incomplete = true;
        oldest.Value.Facts.ForRoom = !all && !tooOld;
        return oldest.Value;
    }

    /// <summary>Takes a datagram back after use.</summary>
    /// <param name="datagram">One that was handed out.</param>
    public void Release(Datagram datagram)
    {
        datagram.Release();
        if (_spare.Count < 256)
            _spare.Push(new(datagram));
    }

    private void Take(LinkedListNode<Datagram> node)
    {
        _byKey.Remove(node.Value.Key);
        _byAge.Remove(node);
        _bytes -= node.Value.Size;
    }

    // Named, so that it is compiled ahead of time: the default one is not.
    private sealed class SameDatagram : IEqualityComparer<FragmentKey>
    {
        public bool Equals(FragmentKey? x, FragmentKey? y) => x == y;

        public int GetHashCode(FragmentKey key) => HashCode.Combine(key.SourceLow, key.DestinationLow, key.Id, key.SourceHigh, key.DestinationHigh, key.Context);
    }
}
