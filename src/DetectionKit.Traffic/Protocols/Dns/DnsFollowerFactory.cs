using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>Followers of a protocol that shares DNS's message.</summary>
internal abstract class DnsMessageFollowerFactory(string app, DnsDialect dialect) : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => app;

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.None;

    /// <inheritdoc/>
    public override ImmutableArray<string> Models { get; } = [NetworkResolution.Model.Name];

    /// <inheritdoc/>
    public override IEnumerable<(DataModel Model, IEnumerable<string> Fields)> FilledFields => [(NetworkResolution.Model, DnsEvents.FilledFields)];

    /// <inheritdoc/>
    public override Follower Begin() => new DnsFollower(dialect);
}

/// <summary>DNS.</summary>
internal sealed class DnsFollowerFactory() : DnsMessageFollowerFactory("dns", DnsDialect.Dns);

/// <summary>Multicast DNS (RFC 6762).</summary>
internal sealed class MdnsFollowerFactory() : DnsMessageFollowerFactory("mdns", DnsDialect.Group);

/// <summary>Link-local multicast name resolution (RFC 4795).</summary>
internal sealed class LlmnrFollowerFactory() : DnsMessageFollowerFactory("llmnr", DnsDialect.Group);

/// <summary>NetBIOS's name service (RFC 1002).</summary>
internal sealed class NetBiosNsFollowerFactory() : DnsMessageFollowerFactory("netbios-ns", DnsDialect.NetBiosNames);
