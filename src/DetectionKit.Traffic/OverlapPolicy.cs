namespace DetectionKit.Traffic;

/// <summary>Which bytes a receiver keeps where two fragments overlap: hosts differ, and evasion lives on it (Shankar and Paxson 2003; Novak 2005).</summary>
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

    /// <summary>As <see cref="Bsd"/>, but of two that begin together the newer one wins.</summary>
    Linux,

    /// <summary>What came first stays, unless the newer one begins before it and ends behind it.</summary>
    Windows,

    /// <summary>What came first stays, unless the newer one begins before it and ends with it or behind it.</summary>
    Solaris,
}
