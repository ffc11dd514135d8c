using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>SVCB and HTTPS records as text: priority, target, parameters (RFC 9460 section 2; ech of RFC 9848, dohpath of RFC 9461).</summary>
internal static class DnsService
{
    private static readonly string[] Keys = ["mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint", "dohpath", "ohttp"];

    /// <summary>The record's text; null where the target is broken.</summary>
    public static string? Text(ref ByteReader reader, ReadOnlySpan<byte> message)
    {
        var priority = reader.U16();
        if (DnsText.Name(ref reader, message) is not { } target)
            return null;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{priority} {target}");
        while (reader.Left >= 4)
        {
            int key = reader.U16();
            var value = reader.Take(reader.U16());
            text.Append(' ').Append(Key(key));
            if (value.IsEmpty)
                continue;
            text.Append('=');
            Append(text, key, value);
        }

        return text.ToString();
    }

    private static string Key(int key) => key < Keys.Length ? Keys[key] : "key" + key.ToString(CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, int key, ReadOnlySpan<byte> value)
    {
        var reader = new ByteReader(value);
        switch (key)
        {
            case 0:
                for (var comma = false; reader.Left >= 2; comma = true)
                    text.Append(comma ? "," : "").Append(Key(reader.U16()));
                break;
            case 1:
                for (var comma = false; reader.Left >= 1; comma = true)
                {
                    text.Append(comma ? "," : "");
                    DnsText.Append(text, reader.Take(reader.U8()));
                }

                break;
            case 3 when value.Length == 2:
                text.Append(reader.U16());
                break;
            case 4 when value.Length % 4 == 0:
                for (var comma = false; reader.Left >= 4; comma = true)
                    text.Append(comma ? "," : "").Append(IpAddress.FromV4(reader.Take(4)));
                break;
            case 6 when value.Length % 16 == 0:
                for (var comma = false; reader.Left >= 16; comma = true)
                    text.Append(comma ? "," : "").Append(IpAddress.FromV6(reader.Take(16)));
                break;
            case 5:
                text.Append(Convert.ToBase64String(value));
                break;
            default:
                DnsText.Append(text, value);
                break;
        }
    }
}
