using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>Fingerprints of hello messages: JA3 and JA3S (their authors' description, 2017), JA4 (its technical description, 2023).</summary>
internal static class TlsFingerprints
{
    private const string NoHash = "000000000000";

    /// <summary>JA3: MD5 of version, ciphers, extensions, groups and point formats, without reserved values.</summary>
    public static string Ja3(ClientHello hello) => Md5(Ja3Text(hello));

    /// <summary>What <see cref="Ja3"/> hashes.</summary>
    public static string Ja3Text(ClientHello hello) => string.Create(
        CultureInfo.InvariantCulture,
        $"{hello.Version},{Join(hello.Ciphers)},{Join(hello.Extensions.Types)},{Join(hello.Extensions.Groups)},{string.Join('-', hello.Extensions.PointFormats)}");

    /// <summary>JA3S: MD5 of version, cipher and extensions.</summary>
    public static string Ja3S(ServerHello hello) =>
        Md5(string.Create(CultureInfo.InvariantCulture, $"{hello.Version},{hello.Cipher},{string.Join('-', hello.Extensions.Types)}"));

    /// <summary>JA4: what is offered, readable, then hashes of the sorted ciphers and of the sorted extensions with the signature schemes.</summary>
    /// <param name="hello">The hello.</param>
    /// <param name="carrier">t over TCP, q in QUIC, d in DTLS.</param>
    public static string Ja4(ClientHello hello, char carrier)
    {
        var ciphers = Hex(hello.Ciphers.Where(IsMeant)).Order(StringComparer.Ordinal).ToArray();
        var types = hello.Extensions.Types.Where(IsMeant).ToArray();
        var hashed = string.Join(',', Hex(types.Where(type => type is not (0 or 16))).Order(StringComparer.Ordinal));
        var schemes = string.Join(',', Hex(hello.Extensions.SignatureSchemes.Where(IsMeant)));
        var named = types.Contains((ushort)0) ? 'd' : 'i';
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{carrier}{Version(hello)}{named}{Math.Min(99, ciphers.Length):00}{Math.Min(99, types.Length):00}{Protocol(hello.Extensions.FirstProtocol)}")
            + $"_{(ciphers.Length == 0 ? NoHash : Sha(string.Join(',', ciphers)))}_{(types.Length == 0 ? NoHash : Sha(schemes.Length == 0 ? hashed : $"{hashed}_{schemes}"))}";
    }

    /// <summary>MD5 of ASCII text in lower-case hexadecimal: fingerprints' own choice, no matter of security.</summary>
    public static string Md5(string text)
    {
#pragma warning disable CA5351 // the fingerprints are defined by MD5
        return Convert.ToHexStringLower(MD5.HashData(Encoding.Latin1.GetBytes(text)));
#pragma warning restore CA5351
    }

    /// <summary>Whether a value is none of those reserved to keep servers tolerant (RFC 8701).</summary>
    private static bool IsMeant(ushort value) => (value & 0x0F0F) != 0x0A0A || value >> 8 != (value & 0xFF);

    private static string Join(IEnumerable<ushort> values) => string.Join('-', values.Where(IsMeant));

    private static IEnumerable<string> Hex(IEnumerable<ushort> values) => values.Select(value => value.ToString("x4", CultureInfo.InvariantCulture));

    private static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text)))[..12];

    private static string Version(ClientHello hello) => hello.HighestVersion switch
    {
        0x0304 => "13",
        0x0303 => "12",
        0x0302 => "11",
        0x0301 => "10",
        0x0300 => "s3",
        0x0002 => "s2",
        0xFEFF => "d1",
        0xFEFD => "d2",
        0xFEFC => "d3",
        _ => "00",
    };

    /// <summary>The first and last character of the first protocol offered; of its hexadecimal form where one of them is no letter or digit.</summary>
    private static string Protocol(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
            return "00";
        if (char.IsAsciiLetterOrDigit((char)name[0]) && char.IsAsciiLetterOrDigit((char)name[^1]))
            return $"{(char)name[0]}{(char)name[^1]}";
        var hex = Convert.ToHexStringLower(name);
        return $"{hex[0]}{hex[^1]}";
    }
}
