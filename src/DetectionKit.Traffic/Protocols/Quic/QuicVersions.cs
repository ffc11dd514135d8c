using System.Globalization;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>The versions of QUIC that are met: the RFCs', the drafts', and those of large deployments before them.</summary>
internal static class QuicVersions
{
    public const uint One = 0x00000001;
    public const uint Two = 0x6B3343CF;

    /// <summary>Whether a long header with this version follows RFC 8999 and, as far as lengths go, RFC 9000.</summary>
    public static bool IsKnown(uint version) =>
        version is One or Two or 0x709A50C4 || IsExperimental(version)
        || (version & 0xFFFFFF00) == 0xFF000000 && (version & 0xFF) is > 0 and < 0x40 // IETF drafts
        || (version & 0xFFFFFF00) == 0xFF020000 // drafts of version 2
        || (version & 0xFFFFFFE0) == 0xFACEB000 // mvfst
        || (version & 0xFFFFFF00) == 0x54303500; // T050 and T051

    /// <summary>Versions that implementations keep for trials (QUIC working group, "Versions"): TencentQUIC, EGG, picoquic, quic-go, quicly, MsQuic, those of ETH, Telecom Italia and Mozilla.</summary>
    private static bool IsExperimental(uint version) =>
        (version & 0xFFFFFFF0) is 0x07007000 or 0xABCD0000 or 0xF0F0F0F0 or 0xF0F1F2F0 or 0xF123F0C0 || (version & 0xFFFFFF00) is 0x45474700 or 0x50435100 or 0x51474F00 or 0x91C17000;

    /// <summary>A version as people write it: <c>1</c>, <c>draft-29</c>, else its number.</summary>
    public static string Name(uint version) => version switch
    {
        One => "1",
        Two => "2",
        >= 0xFF000001 and <= 0xFF00003F => string.Create(CultureInfo.InvariantCulture, $"draft-{version & 0xFF}"),
        0xFACEB001 => "mvfst-22",
        0xFACEB002 => "mvfst-27",
        _ => string.Create(CultureInfo.InvariantCulture, $"0x{version:x8}"),
    };

    /// <summary>A version that asks for negotiation (RFC 9000 section 15).</summary>
    public static bool IsReserved(uint version) => (version & 0x0F0F0F0F) == 0x0A0A0A0A;

    /// <summary>Google's QUIC: Q and three digits, of which the first is 0.</summary>
    public static bool IsGoogle(uint version) => version >> 16 == 0x5130 && (version >> 8 & 0xFF) is >= '0' and <= '9' && (version & 0xFF) is >= '0' and <= '9';
}
