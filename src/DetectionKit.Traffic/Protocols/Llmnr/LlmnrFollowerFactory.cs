using DetectionKit.Traffic.Protocols.Dns;

namespace DetectionKit.Traffic.Protocols.Llmnr;

/// <summary>Link-local multicast name resolution (RFC 4795).</summary>
internal sealed class LlmnrFollowerFactory() : DnsMessageFactory("llmnr", DnsDialect.Group);
