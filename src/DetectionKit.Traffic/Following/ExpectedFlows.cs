using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Following;

/// <summary>Flows that others announced: an address and port that will be spoken to, or from. Bounded; the oldest announcement goes first.</summary>
internal sealed class ExpectedFlows
{
    private const int Most = 4096;
    private const int ChainBits = 13;
    private const int Seconds = 300;

    // A ring, oldest first. What a chain begins or goes on with is counted from one; no place is in a chain twice.
    private readonly Expectation[] _ring = new Expectation[Most];
    private readonly int[] _chains = new int[1 << ChainBits];
    private int _oldest;
    private int _count;

    // How many places there are for each port: nearly every new flow is turned away here.
    private readonly ushort[] _ports = new ushort[65536];

    /// <summary>Whether nothing is expected.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Expects a flow.</summary>
    /// <param name="address">One end's address.</param>
    /// <param name="port">Its port.</param>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="announced">What the flow will be.</param>
    /// <param name="now">The engine's clock, seconds.</param>
    public void Add(IpAddress address, int port, byte protocol, Announced announced, int now)
    {
        while (_count > 0 && (_ring[_oldest].Until < now || _count == Most))
            RemoveOldest();
        var slot = (_oldest + _count++) % Most;
        ref var link = ref Link(address, (ushort)port, protocol);
        var next = 0;
        if (link == 0)
        {
            _ports[port]++;
        }
        else
        {
            ref var earlier = ref _ring[link - 1];
            next = earlier.Next;
            earlier.IsReplaced = true;
        }

        link = slot + 1;
        _ring[slot] = new() { Address = address, Port = (ushort)port, Protocol = protocol, What = announced, Until = now + Seconds, Next = next };
    }

    /// <summary>Whether some flow with that port is expected.</summary>
    /// <param name="port">The port.</param>
    public bool HasPort(ushort port) => _ports[port] != 0;

    /// <summary>What a flow with that end was announced to be; app 0: nothing.</summary>
    /// <param name="address">The end's address.</param>
    /// <param name="port">Its port.</param>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="now">The engine's clock, seconds.</param>
    public Announced Find(IpAddress address, ushort port, byte protocol, int now) =>
        Link(address, port, protocol) is not 0 and var found && _ring[found - 1].Until >= now ? _ring[found - 1].What : default;

    private void RemoveOldest()
    {
        ref var oldest = ref _ring[_oldest];
        if (!oldest.IsReplaced)
        {
            Link(oldest.Address, oldest.Port, oldest.Protocol) = oldest.Next;
            _ports[oldest.Port]--;
        }

        _oldest = (_oldest + 1) % Most;
        _count--;
    }

    /// <summary>What leads to a place's expectation, or where its chain ends.</summary>
    private ref int Link(IpAddress address, ushort port, byte protocol)
    {
        var hash = unchecked(((uint)address.GetHashCode() ^ ((uint)port << 8) ^ protocol) * 0x9E3779B1);
        ref var link = ref _chains[hash >> (32 - ChainBits)];
        while (link != 0)
        {
            ref var expected = ref _ring[link - 1];
            if (expected.Port == port && expected.Protocol == protocol && expected.Address == address)
                break;
            link = ref expected.Next;
        }

        return ref link;
    }

    private struct Expectation
    {
        public IpAddress Address;
        public Announced What;
        public int Until;
        public int Next;
        public ushort Port;
        public byte Protocol;
        public bool IsReplaced;
    }
}

/// <summary>What was announced.</summary>
/// <param name="App">The verdict; 0: nothing.</param>
/// <param name="Decides">Whether that alone decides.</param>
internal readonly record struct Announced(ushort App, bool Decides);
