namespace DetectionKit.Traffic.Packets.Fragments;

/// <summary>What the fragments of one datagram were like.</summary>
internal struct FragmentFacts
{
    /// <summary>How many came.</summary>
    public int Count;

    /// <summary>Bytes of all of them at the IP layer; no more than fit.</summary>
    public int IpBytes;

    /// <summary>How many overlapped an earlier one.</summary>
    public int Overlaps;

    /// <summary>How many overlapped with other content.</summary>
    public int Inconsistent;

    /// <summary>How many were tiny and not the last.</summary>
    public int Tiny;

    /// <summary>How many reached beyond the largest datagram, or beyond the end that another one gave.</summary>
    public int TooLarge;

    /// <summary>Whether the datagram was given up because room was short.</summary>
    public bool ForRoom;

    /// <summary>Whether the datagram never became whole.</summary>
    public bool Incomplete;
}
