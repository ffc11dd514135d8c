namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>What following a protocol is good for: a flow is followed only where somebody wants that.</summary>
[Flags]
public enum FollowerPurpose
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It announces other flows, whose verdicts need that: always wanted.</summary>
    Announcements = 1,

    /// <summary>It tells what is inside: STARTTLS, CONNECT, Upgrade.</summary>
    Inner = 2,

    /// <summary>It gives facts: names, versions, banners.</summary>
    Facts = 4,
}
