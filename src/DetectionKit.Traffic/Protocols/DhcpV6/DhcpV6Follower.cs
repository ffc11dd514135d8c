using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.DhcpV6;

/// <summary>Followers of DHCPv6.</summary>
internal sealed class DhcpV6FollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "dhcpv6";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.None;

    /// <inheritdoc/>
    public override ImmutableArray<string> Models { get; } = [NetworkSession.Model.Name];

    /// <inheritdoc/>
    public override IEnumerable<(DataModel Model, IEnumerable<string> Fields)> FilledFields => [(NetworkSession.Model, DhcpV6Events.FilledFields)];

    /// <inheritdoc/>
    public override Follower Begin() => new DhcpV6Follower();
}

/// <summary>Reads DHCPv6 (RFC 8415) for its messages, an event each: a client asks a group, so the answer is mostly on another flow and none waits for it.</summary>
internal sealed class DhcpV6Follower : Follower
{
    private const int MostRequests = 64;
    private readonly Dictionary<int, long> _requests = [];

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        if (!notes.Wants(NetworkSession.Model.Name) || DhcpV6Message.Read(said.Bytes) is not { } message)
            return said.Bytes.Length;
        var asked = 0L;
        if (message.IsReply)
            _requests.TryGetValue(message.Transaction, out asked);
        else if (_requests.Count < MostRequests)
            _requests[message.Transaction] = said.Time;
        notes.Event(DhcpV6Events.Of(message, asked, said.Time, said.Source, notes.Ends));
        return said.Bytes.Length;
    }
}
