using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Tftp;

/// <summary>Followers of TFTP.</summary>
internal sealed class TftpFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "tftp";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Announcements | FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new TftpFollower();
}

/// <summary>Reads TFTP's requests: the server answers from a port that it picks, to the one that the request came from (RFC 1350 section 4).</summary>
internal sealed class TftpFollower : Follower
{
    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var bytes = said.Bytes;
        if (bytes.Length > 4 && bytes[0] == 0 && bytes[1] is 1 or 2 && bytes[2..].IndexOf((byte)0) is > 0 and var end)
        {
            notes.Announce(said.Source, said.SourcePort, Carrier.Udp, "tftp");
            notes.Fact("tftp_command", Value.Of(bytes[1] == 1 ? "read" : "write"));
            notes.Fact("file_name", Value.Of(Texts.Of(bytes.Slice(2, end))));
        }

        notes.Done();
        return bytes.Length;
    }
}
