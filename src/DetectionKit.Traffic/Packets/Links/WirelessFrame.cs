namespace DetectionKit.Traffic.Packets.Links;

/// <summary>Where things are in an 802.11 data frame, by its frame control field.</summary>
internal readonly record struct WirelessFrame
{
    /// <summary>Whether the frame is one of data, and carries some.</summary>
    public bool HasData { get; private init; }

    /// <summary>Whether its body is encrypted.</summary>
    public bool IsProtected { get; private init; }

    /// <summary>Bytes before the body.</summary>
    public int HeaderLength { get; private init; }

    /// <summary>Where the QoS control field is; 0: there is none.</summary>
    public int QosControl { get; private init; }

    /// <summary>Where the final receiver's address is.</summary>
    public int Destination { get; private init; }

    /// <summary>Where the first sender's address is.</summary>
    public int Source { get; private init; }

    /// <summary>Reads the frame control field.</summary>
    /// <param name="kind">Its first byte: version, type, subtype.</param>
    /// <param name="flags">Its second.</param>
    /// <param name="padded">Whether the header is padded to a multiple of four bytes.</param>
    public static WirelessFrame Of(byte kind, byte flags, bool padded)
    {
        const int data = 8;
        const int noData = 0x40;
        const int qos = 0x80;
        if ((kind & 0x0F) != data || (kind & noData) != 0)
            return default;
        var (toDistribution, fromDistribution) = ((flags & 1) != 0, (flags & 2) != 0);
        var length = toDistribution && fromDistribution ? 30 : 24;
        var qosControl = 0;
        if ((kind & qos) != 0)
        {
            qosControl = length;
            // "Order" on a QoS frame: an HT control field follows.
            length += (flags & 0x80) != 0 ? 6 : 2;
        }

        return new()
        {
            HasData = true,
            IsProtected = (flags & 0x40) != 0,
            HeaderLength = padded ? (length + 3) & ~3 : length,
            QosControl = qosControl,
            Destination = toDistribution ? 16 : 4,
            Source = !fromDistribution ? 10 : toDistribution ? 24 : 16,
        };
    }
}
