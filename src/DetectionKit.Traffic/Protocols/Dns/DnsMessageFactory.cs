using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkResolution;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>Followers of a protocol that shares DNS's message.</summary>
internal abstract class DnsMessageFactory(string app, DnsDialect dialect) : FollowerFactory
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
