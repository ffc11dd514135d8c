using System.Collections.Frozen;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Zeek;

/// <summary>
/// CIM's <c>app</c> from conn.log's <c>service</c>. Zeek lists every protocol that it confirmed on the connection, in no order, and from version 6
/// those that it gave up with a minus before them; <c>app</c> is the one that carries the others, under Zeek's name.
/// </summary>
internal static class ZeekService
{
    // What is spoken inside another protocol, or after it has begun.
    private static readonly FrozenSet<string> Inner = FrozenSet.Create(StringComparer.Ordinal, "ssl", "gssapi", "ntlm", "krb", "krb_tcp", "dce_rpc", "websocket", "spnego");

    /// <summary>The app; absent where no protocol was confirmed.</summary>
    /// <param name="record">A record of conn.log.</param>
    public static Value App(LogRecord record)
    {
        var service = record["service"];
        var text = service.ToText();
        if (text.Length == 0)
            return default;
        if (text.IndexOfAny([',', '\n', '-']) < 0)
            return text is "dns" && NameOnLink(record) is { } name ? Value.Of(name) : service;
        var confirmed = text.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(one => one[0] != '-').ToArray();
        return confirmed.Length == 0 ? default : Value.Of(confirmed.FirstOrDefault(one => !Inner.Contains(one)) ?? confirmed[0]);
    }

    // Zeek has one analyzer for DNS and what has its shape, and calls all of it dns. On a link, the port that made Zeek try that analyzer tells which it is;
    // what leaves the link cannot be mDNS, LLMNR or NetBIOS, and stays dns.
    private static string? NameOnLink(LogRecord record)
    {
        var name = record["dest_port"].ToText() switch { "137" => "netbios-ns", "5353" => "mdns", "5355" => "llmnr", _ => null };
        if (name is null || record["proto"].ToText() is not "udp" || !IpAddress.TryParse(record["dest_ip"].ToText(), out var destination))
            return null;
        return destination.IsGroup || (Inside.Contains(destination) && IpAddress.TryParse(record["src_ip"].ToText(), out var source) && Inside.Contains(source)) ? name : null;
    }
}
