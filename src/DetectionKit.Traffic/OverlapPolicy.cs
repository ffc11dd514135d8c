namespace DetectionKit.Traffic;

/// <summary>
/// Which bytes a receiver keeps where IP fragments, or TCP segments that wait for their turn, overlap: hosts differ, and evasion lives on it
/// (Shankar and Paxson 2003; Novak 2005; Novak and Sturges 2007).
/// </summary>
public enum OverlapPolicy
{
    /// <summary>What came first stays.</summary>
    First,

    /// <summary>What comes last overwrites.</summary>
    Last,

    /// <summary>What came first stays, unless the newer one begins before it.</summary>
    Bsd,

    /// <summary>The newer one overwrites, unless it begins before the older.</summary>
    BsdRight,

    /// <summary>As <see cref="Bsd"/>; of two that begin together the newer one wins: any fragment, a segment that is longer.</summary>
    Linux,

    /// <summary>Of fragments, what came first stays, unless the newer one begins before it and ends behind it; of segments as <see cref="Bsd"/>.</summary>
    Windows,

    /// <summary>
    /// What came first stays, unless the newer one begins before it and ends with it or behind it; a segment also wins where both begin
    /// together, and where it ends behind the older.
    /// </summary>
    Solaris,
}
