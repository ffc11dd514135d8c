using System.Globalization;
using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Events;

/// <summary>Facts of flows as text.</summary>
public static class FlowText
{
    private static readonly string[] FlagNames = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"];
    private static readonly string[] FlagTexts =
        [.. Enumerable.Range(0, 256).Select(flags => string.Join(',', FlagNames.Where((_, bit) => (flags >> bit & 1) != 0)))];

    /// <summary>A hardware address: <c>02:00:5e:10:00:01</c>; null for none.</summary>
    /// <param name="mac">The address in 48 bits.</param>
    public static string? Mac(ulong mac) => mac == 0
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{mac >> 40:x2}:{(mac >> 32) & 0xFF:x2}:{(mac >> 24) & 0xFF:x2}:{(mac >> 16) & 0xFF:x2}:{(mac >> 8) & 0xFF:x2}:{mac & 0xFF:x2}");

    /// <summary>TCP flags, lowest bit first: <c>FIN,SYN,ACK</c>; null for none.</summary>
    /// <param name="flags">The flags.</param>
    public static string? Flags(TcpFlags flags) => flags == TcpFlags.None ? null : FlagTexts[(int)flags];

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
