using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Models.NetworkSessions;

/// <summary>The field table of All_Sessions, in the order of CIM's page; the fields that only a lookup of assets or identities fills come last.</summary>
internal static class NetworkSessionFields
{
    public static ImmutableArray<ModelField<NetworkSession>> All { get; } =
    [
        new("action", FieldType.Text, "unknown", nameof(NetworkSession.Action), "What was done: added, blocked, removed.", e => Value.Of(e.Action)),
        new("dest", FieldType.Text, "unknown", nameof(NetworkSession.Dest), "The session's client: name or address.", e => Value.Of(e.Dest)),
        new("dest_dns", FieldType.Text, "unknown", nameof(NetworkSession.DestDns), "The client's name in the DNS.", e => Value.Of(e.DestDns)),
        new("dest_ip", FieldType.Ip, null, nameof(NetworkSession.DestIp), "The address that the client gets or has.", e => Value.Of(e.DestIp)),
        new("dest_mac", FieldType.Text, "unknown", nameof(NetworkSession.DestMac), "The client's hardware address.", e => Value.Of(e.DestMac)),
        new("dest_nt_host", FieldType.Text, "unknown", nameof(NetworkSession.DestNtHost), "The client's host name.", e => Value.Of(e.DestNtHost)),
        new("duration", FieldType.Number, null, nameof(NetworkSession.Duration), "The session's seconds, where it ended.", e => Value.Of(e.Duration)),
        new("lease_duration", FieldType.Integer, null, nameof(NetworkSession.LeaseDuration), "DHCP: seconds that the address is lent for.", e => Value.Of(e.LeaseDuration)),
        new("lease_scope", FieldType.Text, "unknown", nameof(NetworkSession.LeaseScope), "DHCP: the range that the address is of.", e => Value.Of(e.LeaseScope)),
        new("response_time", FieldType.Integer, null, nameof(NetworkSession.ResponseTime), "Milliseconds from request to answer.", e => Value.Of(e.ResponseTime)),
        new("signature", FieldType.Text, "unknown", nameof(NetworkSession.Signature), "The kind of message: DHCPACK.", e => Value.Of(e.Signature)),
        new("signature_id", FieldType.Text, "unknown", nameof(NetworkSession.SignatureId), "The kind of message by number.", e => Value.Of(e.SignatureId)),
        new("src", FieldType.Text, "unknown", nameof(NetworkSession.Src), "Who began the session from outside (VPN); for DHCP the server.", e => Value.Of(e.Src)),
        new("src_dns", FieldType.Text, "unknown", nameof(NetworkSession.SrcDns), "src's name in the DNS.", e => Value.Of(e.SrcDns)),
        new("src_ip", FieldType.Ip, null, nameof(NetworkSession.SrcIp), "src's address.", e => Value.Of(e.SrcIp)),
        new("src_mac", FieldType.Text, "unknown", nameof(NetworkSession.SrcMac), "src's hardware address.", e => Value.Of(e.SrcMac)),
        new("src_nt_host", FieldType.Text, "unknown", nameof(NetworkSession.SrcNtHost), "src's host name.", e => Value.Of(e.SrcNtHost)),
        new("tag", FieldType.MultiText, null, nameof(NetworkSession.Tag), "Tags of the event type.", e => e.Tag),
        new("user", FieldType.Text, "unknown", nameof(NetworkSession.User), "The session's user.", e => Value.Of(e.User)),
        new("vendor_product", FieldType.Text, "unknown", nameof(NetworkSession.VendorProduct), "What made the record.", e => Value.Of(e.VendorProduct)),
        new("dest_bunit", FieldType.Text, null, nameof(NetworkSession.DestBunit), "The responder's business unit (an asset lookup fills it).", e => Value.Of(e.DestBunit)),
        new("dest_category", FieldType.MultiText, null, nameof(NetworkSession.DestCategory), "The responder's categories (an asset lookup fills them).", e => e.DestCategory),
        new("dest_priority", FieldType.Text, null, nameof(NetworkSession.DestPriority), "The responder's priority (an asset lookup fills it).", e => Value.Of(e.DestPriority)),
        new("src_bunit", FieldType.Text, null, nameof(NetworkSession.SrcBunit), "The originator's business unit (an asset lookup fills it).", e => Value.Of(e.SrcBunit)),
        new("src_category", FieldType.MultiText, null, nameof(NetworkSession.SrcCategory), "The originator's categories (an asset lookup fills them).", e => e.SrcCategory),
        new("src_priority", FieldType.Text, null, nameof(NetworkSession.SrcPriority), "The originator's priority (an asset lookup fills it).", e => Value.Of(e.SrcPriority)),
        new("user_bunit", FieldType.Text, null, nameof(NetworkSession.UserBunit), "The user's business unit (an identity lookup fills it).", e => Value.Of(e.UserBunit)),
        new("user_category", FieldType.MultiText, null, nameof(NetworkSession.UserCategory), "The user's categories (an identity lookup fills them).", e => e.UserCategory),
        new("user_priority", FieldType.Text, null, nameof(NetworkSession.UserPriority), "The user's priority (an identity lookup fills it).", e => Value.Of(e.UserPriority)),
    ];
}
