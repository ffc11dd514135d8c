using System.Globalization;

namespace DetectionKit.Sensor.Configuration;

/// <summary>A host's name or address, and a port.</summary>
/// <param name="Host">The host; an IPv6 address without brackets.</param>
/// <param name="Port">The port.</param>
internal sealed record HostAndPort(string Host, int Port)
{
    /// <summary>Reads <c>host:port</c>, <c>[::1]:port</c>; null: it is neither.</summary>
    public static HostAndPort? Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is 0 or > 65535)
            return null;
        var host = text[..colon];
        if (host is ['[', .., ']'])
            return new(host[1..^1], port);
        return host.Contains(':', StringComparison.Ordinal) ? null : new(host, port);
    }
}
