namespace DetectionKit.Abstractions.Lookups;

/// <summary>How a lookup compares one of its columns.</summary>
public enum LookupMatch
{
    /// <summary>Whole text.</summary>
    Exact,

    /// <summary>The table's text is a pattern in which <c>*</c> stands for any text.</summary>
    Wildcard,

    /// <summary>The table's text is a network in CIDR form.</summary>
    Cidr,
}
