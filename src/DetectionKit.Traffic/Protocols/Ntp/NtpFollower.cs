using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Ntp;

/// <summary>Followers of NTP.</summary>
internal sealed class NtpFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "ntp";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new NtpFollower();
}

/// <summary>Reads the first byte of each side's first message: version and mode (RFC 5905 section 7.3); and the server's stratum.</summary>
internal sealed class NtpFollower : Follower
{
    private static readonly string[] Modes = ["reserved", "symmetric_active", "symmetric_passive", "client", "server", "broadcast", "control", "private"];
    private bool _asked;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 4 || (said.FromOriginator && _asked))
            return bytes.Length;
        var mode = bytes[0] & 7;
        notes.Fact("ntp_mode", Value.Of(Modes[mode]));
        if (!_asked)
            notes.Fact("ntp_version", Value.Of(bytes[0] >> 3 & 7));
        if (mode is 4 or 5)
            notes.Fact("ntp_stratum", Value.Of(bytes[1]));
        _asked = true;
        if (!said.FromOriginator)
            notes.Done();
        return bytes.Length;
    }
}
