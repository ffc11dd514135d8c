using System.Collections.Immutable;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkSessions;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dhcp;

/// <summary>Followers of DHCP.</summary>
internal sealed class DhcpFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "dhcp";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.None;

    /// <inheritdoc/>
    public override ImmutableArray<string> Models { get; } = [NetworkSession.Model.Name];

    /// <inheritdoc/>
    public override IEnumerable<(DataModel Model, IEnumerable<string> Fields)> FilledFields => [(NetworkSession.Model, DhcpEvents.FilledFields)];

    /// <inheritdoc/>
    public override Follower Begin() => new DhcpFollower();
}

/// <summary>
/// Reads DHCP (RFC 2131) for its messages, an event each: a client's broadcast and a server's answer are often on different flows, so none
/// waits for another; an answer knows its request's time where both are on one flow.
/// </summary>
internal sealed class DhcpFollower : Follower
{
    private const int MostRequests = 64;
    private readonly Dictionary<uint, DhcpRequest> _requests = [];

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        if (!notes.Wants(NetworkSession.Model.Name) || DhcpMessage.Read(said.Bytes) is not { } message)
            return said.Bytes.Length;
        var request = default(DhcpRequest);
        if (!message.IsReply)
        {
            if (_requests.Count >= MostRequests)
                _requests.Clear();
            _requests[message.Transaction] = new(said.Time, message.HostName, message.FullName);
        }
        else
        {
            _requests.TryGetValue(message.Transaction, out request);
        }

        notes.Event(DhcpEvents.Of(message, request, said.Time, said.Source, notes.Ends));
        return said.Bytes.Length;
    }
}

/// <summary>What a request said of its client.</summary>
/// <param name="Time">When it came; 0: it was not seen.</param>
/// <param name="HostName">The host's name.</param>
/// <param name="FullName">The host's name in the DNS.</param>
internal readonly record struct DhcpRequest(long Time, string? HostName, string? FullName);
