using DetectionKit.Traffic.Capture;

namespace DetectionKit.Sensor.Evidence;

/// <summary>
/// Remembers an input's recent packets, as many as fit: the oldest are overwritten. Each is cut to what evidence keeps. One thread adds, others look.
/// </summary>
/// <param name="bytes">How many bytes.</param>
internal sealed class PacketMemory(int bytes)
{
    private const int MostOfPacket = 2048;
    private const int Stride = 256;
    private readonly Lock _lock = new();
    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(bytes, pinned: true);
    private readonly Queue<Place> _packets = new();
    private int _next;
    private long _forgotten;

    /// <summary>Remembers a packet.</summary>
    public void Add(in CapturedPacket packet)
    {
        var data = packet.Data[..Math.Min(packet.Data.Length, Math.Min(MostOfPacket, _bytes.Length))];
        if (data.IsEmpty)
            return;
        lock (_lock)
        {
            if (_next + data.Length > _bytes.Length)
            {
                // What stands between here and the end is older than what stands at the begin.
                while (_packets.TryPeek(out var last) && last.Offset >= _next)
                    Forget();
                _next = 0;
            }

            while (_packets.TryPeek(out var oldest) && oldest.Offset >= _next && oldest.Offset < _next + data.Length)
                Forget();
            data.CopyTo(_bytes.AsSpan(_next));
            _packets.Enqueue(new(_next, data.Length, packet.Time, packet.WireLength, packet.LinkType));
            _next += data.Length;
        }
    }

    /// <summary>Shows the packets, the oldest first, until one asks to stop. Who adds waits for a few of them at a time; what is overwritten meanwhile is passed over.</summary>
    /// <param name="look">Looks at a packet; false: no more.</param>
    public void Look(PacketLook look)
    {
        Place[] places;
        long first;
        lock (_lock)
            (places, first) = ([.. _packets], _forgotten);
        for (var begin = 0; begin < places.Length; begin += Stride)
        {
            lock (_lock)
            {
                for (var i = begin; i < Math.Min(begin + Stride, places.Length); i++)
                {
                    if (i < _forgotten - first)
                        continue;
                    var place = places[i];
                    var packet = new CapturedPacket { Data = _bytes.AsSpan(place.Offset, place.Length), Time = place.Time, WireLength = place.WireLength, LinkType = place.LinkType };
                    if (!look(in packet))
                        return;
                }
            }
        }
    }

    private void Forget()
    {
        _packets.Dequeue();
        _forgotten++;
    }

    private readonly record struct Place(int Offset, int Length, long Time, int WireLength, LinkType LinkType);
}

/// <summary>Looks at a packet; says whether to go on.</summary>
internal delegate bool PacketLook(in CapturedPacket packet);
