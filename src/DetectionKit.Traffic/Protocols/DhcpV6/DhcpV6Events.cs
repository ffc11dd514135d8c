using System.Collections.Frozen;
using System.Globalization;
using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Protocols.Dhcp;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.DhcpV6;

/// <summary>A DHCPv6 message as an event of CIM's Network_Sessions, as <see cref="DhcpEvents"/> does it: the client is <c>dest</c>, the server is <c>src</c>.</summary>
internal static class DhcpV6Events
{
    /// <summary>The fields that DHCPv6 fills (CIM's names). The others keep their published defaults.</summary>
    public static FrozenSet<string> FilledFields { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "action", "dest", "dest_dns", "dest_ip", "dest_mac", "lease_duration", "lease_scope", "response_time", "signature", "signature_id",
        "src", "src_ip", "tag", "vendor_product");

    private const string Unknown = "unknown";
    private const int Reply = 7;
    private const int Release = 8;
    private const int Decline = 9;

    private static readonly Value Tags = DhcpEvents.TagsOf();
    private static readonly Value StartTags = DhcpEvents.TagsOf("start");
    private static readonly Value EndTags = DhcpEvents.TagsOf("end");

    /// <summary>The event.</summary>
    /// <param name="message">The message.</param>
    /// <param name="asked">When the message came that it answers; 0: it was not seen on the same flow.</param>
    /// <param name="time">When it came.</param>
    /// <param name="speaker">Who sent it: a server, a client, or a relay for either.</param>
    /// <param name="ends">Its flow.</param>
    public static NetworkSession Of(DhcpV6Message message, long asked, long time, IpAddress speaker, FlowEnds ends)
    {
        var mac = FlowText.Mac(message.Hardware);
        var address = message.Address;
        var server = message.IsReply ? speaker : default;
        var given = message.Kind == Reply && message.Status == 0 && message.Lease > 0;
        return new()
        {
            Time = new Timestamp(time),
            Source = ends.Capture,
            SourceType = SourceTypes.Dhcp,
            Action = message.Kind == Release ? "removed" : given ? "added" : message.Kind == Decline || message.Status != 0 ? "blocked" : Unknown,
            Dest = message.FullName ?? (address.IsNone ? mac ?? Unknown : address.ToString()),
            DestDns = message.FullName ?? Unknown,
            DestIp = address,
            DestMac = mac ?? Unknown,
            LeaseDuration = message.Lease,
            LeaseScope = message.PrefixLength > 0 ? string.Create(CultureInfo.InvariantCulture, $"{message.Prefix}/{message.PrefixLength}") : Unknown,
            ResponseTime = asked > 0 ? Math.Max(0, time - asked) / 1_000_000 : null,
            Signature = message.KindText,
            SignatureId = message.Kind.ToString(CultureInfo.InvariantCulture),
            Src = server.IsNone ? Unknown : server.ToString(),
            SrcIp = server,
            Tag = given ? StartTags : message.Kind == Release ? EndTags : Tags,
            VendorProduct = NetworkTrafficEvents.VendorProduct,
        };
    }
}
