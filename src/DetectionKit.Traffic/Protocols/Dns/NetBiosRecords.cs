using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>Data of NetBIOS's own records: addresses of a name, names of a node (RFC 1002 sections 4.2.13 and 4.2.18).</summary>
internal static class NetBiosRecords
{
    /// <summary>The data's text, values joined by spaces.</summary>
    public static string Text(ReadOnlySpan<byte> data, int type)
    {
        var reader = new ByteReader(data);
        var text = new StringBuilder();
        if (type == 0x20)
        {
            while (reader.Left >= 6)
            {
                reader.Skip(2);
                Space(text).Append(IpAddress.FromV4(reader.Take(4)));
            }

            return text.ToString();
        }

        for (int left = reader.U8(); left > 0 && reader.Left >= 18; left--)
        {
            Space(text).Append(CultureInfo.InvariantCulture, $"{DnsText.NetBios(reader.Take(16))}");
            reader.Skip(2);
        }

        return text.ToString();
    }

    private static StringBuilder Space(StringBuilder text) => text.Length > 0 ? text.Append(' ') : text;
}
