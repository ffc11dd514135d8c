using System.Text;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dhcp;

/// <summary>Names in options of DHCP and DHCPv6: labels behind their lengths, without compression (RFC 1035 section 3.1, RFC 4702 section 2.3.1, RFC 8415 section 10).</summary>
internal static class WireName
{
    /// <summary>The name with points between its labels; null: there is none.</summary>
    /// <param name="bytes">The labels; what is cut off is read as far as it goes.</param>
    public static string? Read(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var reader = new ByteReader(bytes);
        while (reader.Left > 0 && reader.U8() is > 0 and < 64 and var length)
            text.Append(text.Length > 0 ? "." : "").Append(Encoding.Latin1.GetString(reader.Take(Math.Min(length, reader.Left))));
        return text.Length > 0 ? text.ToString() : null;
    }
}
