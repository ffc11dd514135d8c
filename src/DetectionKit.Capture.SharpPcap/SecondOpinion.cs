using System.Globalization;
using DetectionKit.Traffic;
using DetectionKit.Traffic.Capture;
using DetectionKit.Traffic.Flows;
using PacketDotNet;

namespace DetectionKit.Capture.SharpPcap;

/// <summary>
/// Has PacketDotNet decode a capture as well, and compares packets by the two ends and the protocol. Packets that PacketDotNet has no answer to
/// (fragments, tunnels, what it cannot parse) are counted, not compared: a flow's count here may be higher by as many.
/// </summary>
public static class SecondOpinion
{
    /// <summary>Compares.</summary>
    /// <param name="path">The capture.</param>
    /// <returns>One line for each pair of ends that PacketDotNet sees more packets of than the traffic engine; empty: it agrees.</returns>
    public static IReadOnlyList<string> Compare(string path)
    {
        var own = new Counting();
        TrafficEngine.Run(path, null, own);
        var differences = new List<string>();
        foreach (var (ends, packets) in Theirs(path).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (own.Packets.GetValueOrDefault(ends) < packets)
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{ends}: PacketDotNet sees {packets} packets, the traffic engine {own.Packets.GetValueOrDefault(ends)}"));
        }

        return differences;
    }

    private static Dictionary<string, long> Theirs(string path)
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        using var reader = CaptureReader.Open(path);
        var captured = default(CapturedPacket);
        while (reader.Read(ref captured))
        {
            if (captured.LinkType is not (LinkType.Ethernet or LinkType.LinuxCooked or LinkType.Raw))
                continue;
            if (Ends((LinkLayers)(int)captured.LinkType, captured.Data.ToArray()) is { } ends)
                seen[ends] = seen.GetValueOrDefault(ends) + 1;
        }

        return seen;
    }

    private static string? Ends(LinkLayers link, byte[] frame)
    {
        try
        {
            var packet = Packet.ParsePacket(link, frame);
            if (packet.Extract<IPPacket>() is not { } ip)
                return null;
            if (ip.PayloadPacket is TcpPacket tcp)
                return Key("tcp", $"{ip.SourceAddress} {tcp.SourcePort}", $"{ip.DestinationAddress} {tcp.DestinationPort}");
            if (ip.PayloadPacket is UdpPacket udp)
                return Key("udp", $"{ip.SourceAddress} {udp.SourcePort}", $"{ip.DestinationAddress} {udp.DestinationPort}");
            return null;
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or InvalidOperationException or NotImplementedException or OverflowException)
        {
            return null; // no opinion
        }
    }

    private static string Key(string transport, string a, string b) => string.CompareOrdinal(a, b) <= 0 ? $"{transport} {a} {b}" : $"{transport} {b} {a}";

    private sealed class Counting : IFlowSink
    {
        public Dictionary<string, long> Packets { get; } = new(StringComparer.Ordinal);

        public void OnFlow(in FlowView flow)
        {
            var ends = Key(flow.Transport, $"{flow.SourceAddress} {flow.SourcePort}", $"{flow.DestinationAddress} {flow.DestinationPort}");
            Packets[ends] = Packets.GetValueOrDefault(ends) + flow.PacketsIn + flow.PacketsOut;
        }
    }
}
