using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DetectionKit.Traffic.Replay;

/// <summary>
/// Which addresses and ports stand for which others: <c>10.0.0.1=192.0.2.7</c>, <c>10.0.0.0/8=172.0.0.0</c> (the prefix is exchanged, the rest stays),
/// <c>:53=:5300</c>. The first that fits counts. Immutable.
/// </summary>
public sealed class ReplayMap
{
    private readonly List<(byte[] From, byte[] To, int Bits)> _addresses = [];
    private readonly Dictionary<ushort, ushort> _ports = [];

    /// <summary>Whether nothing is mapped.</summary>
    public bool IsEmpty => _addresses.Count == 0 && _ports.Count == 0;

    /// <summary>Reads mappings.</summary>
    /// <param name="mappings">Each as above.</param>
    /// <param name="problem">What cannot be read; null: all could.</param>
    public static ReplayMap Read(IEnumerable<string> mappings, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(mappings);
        var map = new ReplayMap();
        problem = null;
        foreach (var mapping in mappings)
        {
            if (!map.TryAdd(mapping))
                problem ??= $"\"{mapping}\" is no mapping: ADDRESS=ADDRESS, PREFIX/BITS=PREFIX or :PORT=:PORT";
        }

        return map;
    }

    /// <summary>The port that stands for a port.</summary>
    /// <param name="port">The port.</param>
    public ushort Port(ushort port) => _ports.GetValueOrDefault(port, port);

    /// <summary>Exchanges an address where it stands.</summary>
    /// <param name="address">4 or 16 bytes.</param>
    /// <returns>Whether it changed.</returns>
    public bool Apply(Span<byte> address)
    {
        foreach (var (from, to, bits) in _addresses)
        {
            if (from.Length != address.Length || !HasPrefix(address, from, bits))
                continue;
            for (var bit = 0; bit < bits; bit += 8)
            {
                var mask = bits - bit >= 8 ? 0xFF : (0xFF00 >> (bits - bit)) & 0xFF;
                address[bit / 8] = (byte)((to[bit / 8] & mask) | (address[bit / 8] & ~mask & 0xFF));
            }

            return true;
        }

        return false;
    }

    private static bool HasPrefix(ReadOnlySpan<byte> address, ReadOnlySpan<byte> prefix, int bits)
    {
        var whole = bits / 8;
        if (!address[..whole].SequenceEqual(prefix[..whole]))
            return false;
        var mask = (0xFF00 >> (bits % 8)) & 0xFF;
        return bits % 8 == 0 || (address[whole] & mask) == (prefix[whole] & mask);
    }

    private bool TryAdd(string mapping)
    {
        var parts = mapping.Split('=');
        if (parts is not [var from, var to])
            return false;
        if (from is [':', ..] && to is [':', ..])
            return TryPort(from, out var old) && TryPort(to, out var next) && _ports.TryAdd(old, next);
        var slash = from.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? from : from[..slash], out var prefix) || !IPAddress.TryParse(to, out var target) || prefix.AddressFamily != target.AddressFamily)
            return false;
        var width = prefix.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var bits = width;
        if (slash >= 0 && (!int.TryParse(from.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > width))
            return false;
        _addresses.Add((prefix.GetAddressBytes(), target.GetAddressBytes(), bits));
        return true;
    }

    private static bool TryPort(string text, out ushort port) => ushort.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out port);
}
