using DetectionKit.Traffic.Protocols.Dns;

namespace DetectionKit.Traffic.Protocols.NetBiosNs;

/// <summary>NetBIOS's name service (RFC 1002).</summary>
internal sealed class NetBiosNsFollowerFactory() : DnsMessageFactory("netbios-ns", DnsDialect.NetBiosNames);
