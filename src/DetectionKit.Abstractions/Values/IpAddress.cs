using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace DetectionKit.Abstractions.Values;

/// <summary>An IPv4 or IPv6 address as a value of 17 bytes: compared, hashed and masked without text.</summary>
public readonly struct IpAddress : IEquatable<IpAddress>, IComparable<IpAddress>
{
    // Not one UInt128: the ahead-of-time compiler leaves out every method that touches a field of that type.
    private readonly ulong _high;
    private readonly ulong _low;
    private readonly byte _family;

    private IpAddress(ulong high, ulong low, byte family)
    {
        _high = high;
        _low = low;
        _family = family;
    }

    /// <summary>Whether this is no address at all (<c>default</c>).</summary>
    public bool IsNone => _family == 0;

    /// <summary>Whether this is an IPv4 address.</summary>
    public bool IsV4 => _family == 4;

    /// <summary>The address in its low bits: 32 for IPv4, 128 for IPv6.</summary>
    public UInt128 Bits => new(_high, _low);

    /// <summary>How many bits the address has: 32, 128, or 0 for none.</summary>
    public int Width => _family switch { 4 => 32, 6 => 128, _ => 0 };

    /// <summary>Multicast (RFC 5771, RFC 4291 section 2.7) or the IPv4 limited broadcast.</summary>
    public bool IsGroup => _family switch
    {
        4 => _low >> 28 == 0xE || _low == uint.MaxValue,
        6 => _high >> 56 == 0xFF,
        _ => false,
    };

    /// <summary>The address in four bytes of network order.</summary>
    /// <param name="bytes">At least four bytes.</param>
    public static IpAddress FromV4(ReadOnlySpan<byte> bytes) => new(0, BinaryPrimitives.ReadUInt32BigEndian(bytes), 4);

    /// <summary>The IPv4 address with these 32 bits.</summary>
    /// <param name="bits">The address, most significant byte first.</param>
    public static IpAddress FromV4(uint bits) => new(0, bits, 4);

    /// <summary>The address in sixteen bytes of network order.</summary>
    /// <param name="bytes">At least sixteen bytes.</param>
    public static IpAddress FromV6(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), 6);

    /// <summary>Reads dotted decimal or RFC 4291 text. No host names, no ports, no shortened IPv4 forms.</summary>
    /// <param name="text">The text.</param>
    /// <param name="address">The address where it is one.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out IpAddress address)
    {
        address = default;
        if (TryParseDotted(text, out var bits))
        {
            address = FromV4(bits);
            return true;
        }

        if (!Ipv6Text.TryParse(text, out var high, out var low))
            return false;
        address = new(high, low, 6);
        return true;
    }

    /// <summary>Four decimal numbers without leading zeros: no octal, no shortened forms.</summary>
    internal static bool TryParseDotted(ReadOnlySpan<char> text, out uint bits)
    {
        bits = 0;
        if (text.Length is < 7 or > 15)
            return false;
        var (value, digits, parts) = (0, 0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c) && (digits == 0 || value > 0))
            {
                value = (value * 10) + c - '0';
                digits++;
            }
            else if (c != '.' || digits == 0 || value > 255 || ++parts > 3)
            {
                return false;
            }
            else
            {
                bits = (bits << 8) | (uint)value;
                (value, digits) = (0, 0);
            }
        }

        bits = (bits << 8) | (uint)value;
        return parts == 3 && digits > 0 && value <= 255;
    }

    /// <summary>Whether this address and <paramref name="other"/> share their first <paramref name="bits"/> bits.</summary>
    /// <param name="other">An address; one of the other family never shares any.</param>
    /// <param name="bits">Prefix length, 0 to <see cref="Width"/>.</param>
    public bool SharesPrefix(IpAddress other, int bits)
    {
        if (_family != other._family || bits > Width)
            return false;
        return bits == 0 || (Bits ^ other.Bits) >> (Width - bits) == UInt128.Zero;
    }

    /// <inheritdoc/>
    public bool Equals(IpAddress other) => _low == other._low && _high == other._high && _family == other._family;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is IpAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_low, _high, _family);

    /// <summary>IPv4 before IPv6, then by number.</summary>
    /// <param name="other">The other address.</param>
    public int CompareTo(IpAddress other)
    {
        var byFamily = _family.CompareTo(other._family);
        if (byFamily != 0)
            return byFamily;
        var byHigh = _high.CompareTo(other._high);
        return byHigh != 0 ? byHigh : _low.CompareTo(other._low);
    }

    /// <summary>Equality by value.</summary>
    /// <param name="a">One address.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(IpAddress a, IpAddress b) => a.Equals(b);

    /// <summary>Inequality by value.</summary>
    /// <param name="a">One address.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(IpAddress a, IpAddress b) => !a.Equals(b);

    /// <summary>Dotted decimal, or RFC 5952 text; empty for none. Of an address that was written lately it is the same text again.</summary>
    public override string ToString() => _family == 0 ? "" : AddressTexts.Of(this);

    internal string Written()
    {
        Span<byte> bytes = stackalloc byte[16];
        if (_family == 4)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)_low);
            return new IPAddress(bytes[..4]).ToString();
        }

        BinaryPrimitives.WriteUInt64BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], _low);
        return new IPAddress(bytes).ToString();
    }
}
