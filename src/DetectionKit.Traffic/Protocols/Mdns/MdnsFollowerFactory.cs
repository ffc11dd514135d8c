using DetectionKit.Traffic.Protocols.Dns;

namespace DetectionKit.Traffic.Protocols.Mdns;

/// <summary>Multicast DNS (RFC 6762).</summary>
internal sealed class MdnsFollowerFactory() : DnsMessageFactory("mdns", DnsDialect.Group);
