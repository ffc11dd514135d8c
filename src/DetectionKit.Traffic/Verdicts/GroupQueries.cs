using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Verdicts;

/// <summary>
/// Who lately sent a datagram to a group, from which port: a unicast reply to there belongs to that query (RFC 6762 section 6.7, RFC 4795
/// section 2.4). A small cache: a newer query may displace an older one.
/// </summary>
internal sealed class GroupQueries
{
    private const int Size = 4096;
    private readonly Query[] _queries = new Query[Size];

    // A little of each query's hash: nearly every datagram is turned away here, without waiting for memory.
    private readonly ushort[] _marks = new ushort[Size];

    /// <summary>Notes a datagram to a group.</summary>
    /// <param name="p">The datagram.</param>
    public void Note(in Packet p)
    {
        var slot = Slot(p.SourceLow, p.SourcePort, out var mark);
        _marks[slot] = mark;
        _queries[slot] = new(p.SourceHigh, p.SourceLow, p.SourcePort, p.IpVersion, p.DestinationHigh, p.DestinationLow);
    }

    /// <summary>The group that the receiver of a datagram asked from the same port.</summary>
    /// <param name="p">The datagram.</param>
    public Abstractions.Values.IpAddress Find(in Packet p)
    {
        var slot = Slot(p.DestinationLow, p.DestinationPort, out var mark);
        if (_marks[slot] != mark)
            return default;
        ref readonly var query = ref _queries[slot];
        return query.Version == p.IpVersion && query.Low == p.DestinationLow && query.High == p.DestinationHigh && query.Port == p.DestinationPort
            ? Flows.FlowKey.Address(query.Version, query.GroupHigh, query.GroupLow)
            : default;
    }

    private static int Slot(ulong low, ushort port, out ushort mark)
    {
        unchecked
        {
            var hash = (low ^ ((ulong)port << 32) ^ port) * 0x9E3779B97F4A7C15;
            mark = (ushort)((hash >> 36) | 1);
            return (int)(hash >> 52);
        }
    }

    private readonly record struct Query(ulong High, ulong Low, ushort Port, byte Version, ulong GroupHigh, ulong GroupLow);
}
