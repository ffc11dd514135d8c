using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Redis;

/// <summary>Followers of Redis.</summary>
internal sealed class RedisFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "redis";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new RedisFollower();
}

/// <summary>Looks for the version in the server's answer to INFO or HELLO (Redis command reference).</summary>
internal sealed class RedisFollower : LineFollower
{
    private bool _version;

    /// <inheritdoc/>
    protected override void OnClient(ReadOnlySpan<byte> line, FlowNotes notes)
    {
    }

    /// <inheritdoc/>
    protected override void OnServer(ReadOnlySpan<byte> line, FlowNotes notes)
    {
        var found = line.StartsWith("redis_version:"u8) ? line[14..] : _version && !line.IsEmpty && Ascii.IsDigit(line[0]) ? line : default;
        _version = line.SequenceEqual("version"u8) || (_version && !line.IsEmpty && line[0] == (byte)'$');
        if (Texts.Of(found) is not { } version)
            return;
        notes.Fact("server_software", Value.Of($"Redis {version}"));
        notes.Done();
    }
}
