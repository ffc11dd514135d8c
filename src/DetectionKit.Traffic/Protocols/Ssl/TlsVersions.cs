using System.Globalization;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>Versions of SSL, TLS and DTLS by their numbers.</summary>
internal static class TlsVersions
{
    /// <summary>The name: <c>TLSv1.2</c>; a draft of TLS 1.3 as <c>TLSv1.3-draft23</c>.</summary>
    public static string Name(ushort version) => version switch
    {
        0x0002 => "SSLv2",
        0x0300 => "SSLv3",
        0x0301 => "TLSv1.0",
        0x0302 => "TLSv1.1",
        0x0303 => "TLSv1.2",
        0x0304 => "TLSv1.3",
        0xFEFF or 0x0100 => "DTLSv1.0",
        0xFEFD => "DTLSv1.2",
        0xFEFC => "DTLSv1.3",
        0x0101 => "TLCPv1.1",
        _ when version >> 8 == 0x7F => string.Create(CultureInfo.InvariantCulture, $"TLSv1.3-draft{version & 0xFF}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"0x{version:x4}"),
    };

    /// <summary>Whether it is a version, and not a reserved value (RFC 8701).</summary>
    public static bool IsKnown(ushort version) => version is 2 or (>= 0x0300 and <= 0x0304) or 0x0101 or 0x0100 or 0xFEFF or 0xFEFD or 0xFEFC || version >> 8 == 0x7F;

    /// <summary>Whether it is TLS 1.3, a draft of it, or DTLS 1.3: then certificates are encrypted.</summary>
    public static bool IsThirteen(ushort version) => version is 0x0304 or 0xFEFC || version >> 8 == 0x7F;

    /// <summary>Orders versions by age: DTLS counts down.</summary>
    public static int Rank(ushort version) => version >= 0xFE00 ? 0x10000 - version : version >> 8 == 0x7F ? 0x0303 : version;
}
