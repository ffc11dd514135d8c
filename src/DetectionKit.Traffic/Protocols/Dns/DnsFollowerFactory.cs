namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>DNS.</summary>
internal sealed class DnsFollowerFactory() : DnsMessageFactory("dns", DnsDialect.Dns);
