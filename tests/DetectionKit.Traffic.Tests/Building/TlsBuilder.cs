using System.Text;

namespace DetectionKit.Traffic.Tests.Building;

/// <summary>Makes messages and records of TLS.</summary>
internal static class TlsBuilder
{
    /// <summary>A record, or several of at most that many bytes each.</summary>
    public static byte[] Record(byte[] content, byte type = 22, int most = 16384) =>
        [.. content.Chunk(most).SelectMany(part => (byte[])[type, 3, 1, .. Length2(part), .. part])];

    /// <summary>A handshake message with its header.</summary>
    public static byte[] Message(byte type, byte[] body) => [type, .. Length3(body), .. body];

    /// <summary>A ClientHello.</summary>
    public static byte[] ClientHello(ushort version, ushort[] ciphers, params byte[][] extensions)
    {
        byte[] all = [.. extensions.SelectMany(e => e)];
        return Message(1, [.. Big(version), .. new byte[32], 0, .. Listed(ciphers), 1, 0, .. extensions.Length == 0 ? [] : (byte[])[.. Length2(all), .. all]]);
    }

    /// <summary>A ServerHello.</summary>
    public static byte[] ServerHello(ushort version, ushort cipher, params byte[][] extensions)
    {
        byte[] all = [.. extensions.SelectMany(e => e)];
        return Message(2, [.. Big(version), .. new byte[32], 0, .. Big(cipher), 0, .. Length2(all), .. all]);
    }

    /// <summary>A Certificate message of TLS 1.2.</summary>
    public static byte[] Certificates(params byte[][] chain)
    {
        byte[] all = [.. chain.SelectMany(der => (byte[])[.. Length3(der), .. der])];
        return Message(11, [.. Length3(all), .. all]);
    }

    /// <summary>An extension.</summary>
    public static byte[] Extension(ushort type, byte[]? body = null) => [.. Big(type), .. Length2(body ?? []), .. body ?? []];

    /// <summary>server_name.</summary>
    public static byte[] ServerName(string name)
    {
        var bytes = Encoding.Latin1.GetBytes(name);
        byte[] entry = [0, .. Length2(bytes), .. bytes];
        return Extension(0, [.. Length2(entry), .. entry]);
    }

    /// <summary>application_layer_protocol_negotiation.</summary>
    public static byte[] Alpn(params string[] names)
    {
        byte[] list = [.. names.SelectMany(name => (byte[])[(byte)name.Length, .. Encoding.Latin1.GetBytes(name)])];
        return Extension(16, [.. Length2(list), .. list]);
    }

    /// <summary>An extension that is a list of numbers: groups, signature schemes.</summary>
    public static byte[] Numbers(ushort type, params ushort[] values) => Extension(type, Listed(values));

    private static byte[] Listed(ushort[] values) => [.. Big((ushort)(values.Length * 2)), .. values.SelectMany(Big)];

    private static byte[] Big(ushort value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Length2(byte[] bytes) => Big((ushort)bytes.Length);

    private static byte[] Length3(byte[] bytes) => [(byte)(bytes.Length >> 16), .. Length2(bytes)];
}
