using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Events;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dhcp;

/// <summary>A DHCP message as an event of CIM's Network_Sessions: the client is <c>dest</c>, as CIM has it, and the server is <c>src</c>.</summary>
internal static class DhcpEvents
{
    /// <summary>The fields that DHCP fills (CIM's names). The others keep their published defaults.</summary>
    public static FrozenSet<string> FilledFields { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "action", "dest", "dest_dns", "dest_ip", "dest_mac", "dest_nt_host", "lease_duration", "lease_scope", "response_time", "signature", "signature_id",
        "src", "src_ip", "tag", "vendor_product");

    private const string Unknown = "unknown";
    private const int Decline = 4;
    private const int Ack = 5;
    private const int Nak = 6;
    private const int Release = 7;

    private static readonly Value Tags = TagsOf();
    private static readonly Value StartTags = TagsOf("start");
    private static readonly Value EndTags = TagsOf("end");

    /// <summary>The event.</summary>
    /// <param name="message">The message.</param>
    /// <param name="request">The request that it answers, where that was on the same flow.</param>
    /// <param name="time">When it came.</param>
    /// <param name="speaker">Who sent it.</param>
    /// <param name="ends">Its flow.</param>
    public static NetworkSession Of(DhcpMessage message, DhcpRequest request, long time, IpAddress speaker, FlowEnds ends)
    {
        var address = !message.Given.IsNone ? message.Given : !message.Client.IsNone ? message.Client : message.Requested;
        var mac = FlowText.Mac(message.Hardware);
        var name = message.HostName ?? request.HostName;
        var server = !message.Server.IsNone ? message.Server : message.IsReply ? speaker : default;
        return new()
        {
            Time = new Timestamp(time),
            Source = ends.Capture,
            SourceType = SourceTypes.Dhcp,
            Action = message.Kind switch { Ack => "added", Nak or Decline => "blocked", Release => "removed", _ => Unknown },
            Dest = name ?? (address.IsNone ? mac ?? Unknown : address.ToString()),
            DestDns = message.FullName ?? request.FullName ?? Unknown,
            DestIp = address,
            DestMac = mac ?? Unknown,
            DestNtHost = name ?? Unknown,
            LeaseDuration = message.Lease,
            LeaseScope = Scope(message, address),
            ResponseTime = request.Time > 0 ? Math.Max(0, time - request.Time) / 1_000_000 : null,
            Signature = message.KindText,
            SignatureId = message.Kind.ToString(CultureInfo.InvariantCulture),
            Src = server.IsNone ? Unknown : server.ToString(),
            SrcIp = server,
            Tag = message.Kind switch { Ack => StartTags, Release => EndTags, _ => Tags },
            VendorProduct = NetworkTrafficEvents.VendorProduct,
        };
    }

    /// <summary>The network of the address, by the mask that the server gives: <c>10.0.0.0/24</c>.</summary>
    private static string Scope(DhcpMessage message, IpAddress address)
    {
        if (message.Mask.IsNone || address.IsNone)
            return Unknown;
        var mask = (uint)message.Mask.Bits;
        return string.Create(CultureInfo.InvariantCulture, $"{IpAddress.FromV4((uint)address.Bits & mask)}/{BitOperations.PopCount(mask)}");
    }

    /// <summary>The tags of every DHCP event, and more.</summary>
    internal static Value TagsOf(params string[] more) => Value.OfMany(new[] { "network", "session", "dhcp" }.Concat(more).Select(Value.Of));
}
