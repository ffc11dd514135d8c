using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Operators;

/// <summary>A network in CIDR form (RFC 4632, RFC 4291 section 2.3). Bits behind the prefix do not count. Immutable.</summary>
public sealed class IpNetwork
{
    // A text that is no network holds nothing: no address shares a prefix with none.
    private readonly IpAddress _address;
    private readonly int _prefix;

    private IpNetwork(string text, IpAddress address, int prefix)
    {
        Text = text;
        _address = address;
        _prefix = prefix;
    }

    /// <summary>The network as written.</summary>
    public string Text { get; }

    /// <summary>Reads <c>10.0.0.0/8</c>; an address alone is a network of one; any other text is a network that holds nothing.</summary>
    /// <param name="text">The text.</param>
    public static IpNetwork Of(string text) => TryParse(text, out var network) ? network : new(text, default, 0);

    /// <summary>Reads <c>10.0.0.0/8</c>, or an address alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="network">The network; one that holds nothing where the text is none.</param>
    public static bool TryParse(string text, out IpNetwork network)
    {
        network = new(text, default, 0);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var host = slash < 0 ? text : text[..slash];
        if (!IpAddress.TryParse(host, out var address))
            return false;
        var prefix = address.Width;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > address.Width))
            return false;
        network = new(text, address, prefix);
        return true;
    }

    /// <summary>Whether the address lies in the network.</summary>
    /// <param name="address">The address.</param>
    public bool Contains(IpAddress address) => !_address.IsNone && _address.SharesPrefix(address, _prefix);

    /// <summary>Whether the text is an address that lies in the network.</summary>
    /// <param name="text">The text.</param>
    public bool Contains(ReadOnlySpan<char> text) => IpAddress.TryParse(text, out var address) && Contains(address);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
