namespace DetectionKit.Traffic.Protocols.Http2;

/// <summary>HPACK's two tables as one index (RFC 7541 section 2.3): the static entries, then the dynamic ones, newest first. Bounded.</summary>
internal sealed class HpackTable
{
    private const int EntryCost = 32;
    private const int MostBytes = 65_536;
    private const int Usual = 4096;

    private static readonly (string Name, string Value)[] Static =
    [
        (":authority", ""), (":method", "GET"), (":method", "POST"), (":path", "/"), (":path", "/index.html"), (":scheme", "http"), (":scheme", "https"),
        (":status", "200"), (":status", "204"), (":status", "206"), (":status", "304"), (":status", "400"), (":status", "404"), (":status", "500"),
        ("accept-charset", ""), ("accept-encoding", "gzip, deflate"), ("accept-language", ""), ("accept-ranges", ""), ("accept", ""),
        ("access-control-allow-origin", ""), ("age", ""), ("allow", ""), ("authorization", ""), ("cache-control", ""), ("content-disposition", ""),
        ("content-encoding", ""), ("content-language", ""), ("content-length", ""), ("content-location", ""), ("content-range", ""), ("content-type", ""),
        ("cookie", ""), ("date", ""), ("etag", ""), ("expect", ""), ("expires", ""), ("from", ""), ("host", ""), ("if-match", ""), ("if-modified-since", ""),
        ("if-none-match", ""), ("if-range", ""), ("if-unmodified-since", ""), ("last-modified", ""), ("link", ""), ("location", ""), ("max-forwards", ""),
        ("proxy-authenticate", ""), ("proxy-authorization", ""), ("range", ""), ("referer", ""), ("refresh", ""), ("retry-after", ""), ("server", ""),
        ("set-cookie", ""), ("strict-transport-security", ""), ("transfer-encoding", ""), ("user-agent", ""), ("vary", ""), ("via", ""), ("www-authenticate", ""),
    ];

    private readonly Ring _entries = new();
    private int _limit = Usual;
    private int _bytes;

    /// <summary>The entry of an index, from 1; false where there is none.</summary>
    public bool TryGet(long index, out byte[] name, out byte[] value)
    {
        (name, value) = ([], []);
        if (index is < 1 or > int.MaxValue)
            return false;
        if (index <= Static.Length)
        {
            (name, value) = StaticBytes[index - 1];
            return true;
        }

        return _entries.TryGet((int)(index - Static.Length - 1), out name, out value);
    }

    /// <summary>Adds an entry; the oldest go where there is no room (section 4.4).</summary>
    public void Add(byte[] name, byte[] value)
    {
        var cost = name.Length + value.Length + EntryCost;
        Shrink(_limit - cost);
        if (cost > _limit)
            return;
        _entries.Add(name, value);
        _bytes += cost;
    }

    /// <summary>Sets the dynamic table's size (section 6.3). False: it is more than is kept here.</summary>
    public bool Resize(long size)
    {
        if (size is < 0 or > MostBytes)
            return false;
        _limit = (int)size;
        Shrink(_limit);
        return true;
    }

    private static (byte[] Name, byte[] Value)[] StaticBytes { get; } =
        [.. Static.Select(entry => (System.Text.Encoding.ASCII.GetBytes(entry.Name), System.Text.Encoding.ASCII.GetBytes(entry.Value)))];

    private void Shrink(int room)
    {
        while (_bytes > Math.Max(0, room) && _entries.RemoveOldest(out var bytes))
            _bytes -= bytes + EntryCost;
    }

    /// <summary>A queue whose entries are counted from the newest.</summary>
    private sealed class Ring
    {
        private (byte[] Name, byte[] Value)[] _ring = new (byte[], byte[])[16];
        private int _head;
        private int _count;

        public bool TryGet(int fromNewest, out byte[] name, out byte[] value)
        {
            (name, value) = ([], []);
            if (fromNewest >= _count)
                return false;
            (name, value) = _ring[(_head + _count - 1 - fromNewest) % _ring.Length];
            return true;
        }

        public void Add(byte[] name, byte[] value)
        {
            if (_count == _ring.Length)
            {
                var larger = new (byte[], byte[])[_count * 2];
                for (var i = 0; i < _count; i++)
                    larger[i] = _ring[(_head + i) % _count];
                (_ring, _head) = (larger, 0);
            }

            _ring[(_head + _count++) % _ring.Length] = (name, value);
        }

        public bool RemoveOldest(out int bytes)
        {
            bytes = 0;
            if (_count == 0)
                return false;
            bytes = _ring[_head].Name.Length + _ring[_head].Value.Length;
            _ring[_head] = default;
            _head = (_head + 1) % _ring.Length;
            _count--;
            return true;
        }
    }
}
