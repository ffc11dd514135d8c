namespace DetectionKit.Abstractions.Values;

/// <summary>What is inside: private addresses (RFC 1918), unique local (RFC 4193), link-local and loopback ones.</summary>
public static class Inside
{
    private static readonly (IpAddress Network, int Bits)[] Networks =
    [
        .. new[] { ("10.0.0.0", 8), ("172.16.0.0", 12), ("192.168.0.0", 16), ("169.254.0.0", 16), ("127.0.0.0", 8), ("fc00::", 7), ("fe80::", 10), ("::1", 128) }
            .Select(entry => (IpAddress.TryParse(entry.Item1, out var network) ? network : default, entry.Item2)),
    ];

    /// <summary>CIM's <c>direction</c>: <c>outbound</c> from inside to outside, <c>inbound</c> the other way, else <c>unknown</c>. A group is neither.</summary>
    /// <param name="source">The originator.</param>
    /// <param name="destination">The responder.</param>
    public static string Direction(IpAddress source, IpAddress destination)
    {
        if (destination.IsGroup)
            return "unknown";
        return (Contains(source), Contains(destination)) switch
        {
            (true, false) => "outbound",
            (false, true) => "inbound",
            (true, true) or (false, false) => "unknown",
        };
    }

    /// <summary>Whether an address is inside.</summary>
    /// <param name="address">The address.</param>
    public static bool Contains(IpAddress address)
    {
        foreach (var (network, bits) in Networks)
        {
            if (network.SharesPrefix(address, bits))
                return true;
        }

        return false;
    }
}
