namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>How claims become a verdict (bits as in <see cref="Claim"/>).</summary>
/// <remarks>
/// The score of a protocol on a flow is the best claim of one side plus that of the other, plus half of each further datagram's (further
/// datagrams depend on the first). A score of <see cref="Decisive"/> decides at once, unless another protocol is within
/// <see cref="Lead"/> of it. At the flow's end, or when the head is full, the best score of at least <see cref="Sufficient"/> decides. If each
/// side alone is decisive for another protocol, the flow is in conflict.
/// </remarks>
public static class Evidence
{
    /// <summary>Enough to decide at once.</summary>
    public const int Decisive = 40;

    /// <summary>Enough to decide when nothing more will come.</summary>
    public const int Sufficient = 24;

    /// <summary>How far ahead of all others a decisive score must be.</summary>
    public const int Lead = 8;
}
