using System.Collections.Frozen;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Zeek;

/// <summary>
/// CIM's <c>app</c> from conn.log's <c>service</c>. Zeek lists every protocol that it confirmed on the connection, in no order, and from version 6
/// those that it gave up with a minus before them; <c>app</c> is the one that carries the others.
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
        if (service.IsNull)
            return default;
        var text = service.ToText();
        if (text.IndexOfAny([',', '\n', '-']) < 0)
            return text.Length == 0 ? default : Value.Of(Name(text));
        var confirmed = text.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(name => name[0] != '-').ToArray();
        if (confirmed.Length == 0)
            return default;
        return Value.Of(Name(confirmed.FirstOrDefault(name => !Inner.Contains(name)) ?? confirmed[0]));
    }

    // Where Zeek's name of an analyzer is not the protocol's.
    private static string Name(string service) => service switch
    {
        "krb" or "krb_tcp" => "kerberos",
        "dce_rpc" => "dcerpc",
        "ldap_tcp" or "ldap_udp" => "ldap",
        "syslog_udp" => "syslog",
        "dnp3_tcp" or "dnp3_udp" => "dnp3",
        "spicy_quic" => "quic",
        _ => service,
    };
}
