using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Following;

/// <summary>Flows that others announced: an address and port that will be spoken to, or from. Bounded; the oldest announcement goes first.</summary>
internal sealed class ExpectedFlows
{
    private const int Most = 4096;
    private const int Seconds = 300;
    private readonly Dictionary<Place, Expectation> _places = new(new SamePlace());
    private readonly Queue<(Place Place, int Until)> _order = new(16);

    // How many places there are for each port: nearly every new flow is turned away here.
    private readonly ushort[] _ports = new ushort[65536];

    /// <summary>Whether nothing is expected.</summary>
    public bool IsEmpty => _places.Count == 0;

    /// <summary>Expects a flow.</summary>
    /// <param name="address">One end's address.</param>
    /// <param name="port">Its port.</param>
    /// <param name="protocol">TCP or UDP.</param>
    /// <param name="announced">What the flow will be.</param>
    /// <param name="now">The engine's clock, seconds.</param>
    public void Add(IpAddress address, int port, byte protocol, Announced announced, int now)
    {
        while (_order.TryPeek(out var oldest) && (oldest.Until < now || _order.Count >= Most))
        {
            _order.Dequeue();
            if (_places.TryGetValue(oldest.Place, out var held) && held.Until <= oldest.Until)
            {
                _places.Remove(oldest.Place);
                _ports[oldest.Place.Port]--;
            }
        }

        var place = new Place(address, (ushort)port, protocol);
        if (_places.TryAdd(place, new(announced, now + Seconds)))
            _ports[place.Port]++;
        else
            _places[place] = new(announced, now + Seconds);
        _order.Enqueue((place, now + Seconds));
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
        _places.TryGetValue(new(address, port, protocol), out var expectation) && expectation.Until >= now ? expectation.What : default;

    // Not a structure: for one a dictionary would ask for its default comparer, which is compiled as the program runs, even where another is given.
    private sealed record Place(IpAddress Address, ushort Port, byte Protocol);

    // Named, so that it is compiled ahead of time: the default one is not.
    private sealed class SamePlace : IEqualityComparer<Place>
    {
        public bool Equals(Place? x, Place? y) => x!.Port == y!.Port && x.Protocol == y.Protocol && x.Address == y.Address;

        public int GetHashCode(Place place) => unchecked((place.Address.GetHashCode() * 397) ^ (place.Port << 8) ^ place.Protocol);
    }

    private readonly record struct Expectation(Announced What, int Until);
}

/// <summary>What was announced.</summary>
/// <param name="App">The verdict; 0: nothing.</param>
/// <param name="Decides">Whether that alone decides.</param>
internal readonly record struct Announced(ushort App, bool Decides);
