using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>What a follower reads: bytes of one side. Valid during the call only.</summary>
public readonly ref struct FollowedBytes
{
    /// <summary>TCP: bytes in order that are not consumed yet. UDP: a datagram.</summary>
    public ReadOnlySpan<byte> Bytes { get; init; }

    /// <summary>What carries them.</summary>
    public Carrier Carrier { get; init; }

    /// <summary>Whether the flow's originator says them.</summary>
    public bool FromOriginator { get; init; }

    /// <summary>Whether bytes before these were lost.</summary>
    public bool AfterGap { get; init; }

    /// <summary>How many: bytes between the last that was consumed and these.</summary>
    public long Lost { get; init; }

    /// <summary>When they came: nanoseconds since the epoch. Bytes of several segments have the first one's time while the verdict was open.</summary>
    public long Time { get; init; }

    /// <summary>Who says them.</summary>
    public IpAddress Source { get; init; }

    /// <summary>To whom.</summary>
    public IpAddress Destination { get; init; }

    /// <summary>The port that they come from: what a TFTP request or the like announces. No verdict on this flow rests on it.</summary>
    public int SourcePort { get; init; }
}
