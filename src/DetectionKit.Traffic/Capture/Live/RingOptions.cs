namespace DetectionKit.Traffic.Capture.Live;

/// <summary>How a ring takes packets.</summary>
public sealed record RingOptions
{
    /// <summary>Bytes that the kernel keeps for packets that were not read yet; rounded down to whole blocks.</summary>
    public int RingBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of one block: the kernel hands packets over a block at a time. A power of two, a multiple of the page.</summary>
    public int BlockBytes { get; init; } = 1 << 18;

    /// <summary>After how many milliseconds a block that is not full is handed over all the same.</summary>
    public int BlockMilliseconds { get; init; } = 50;

    /// <summary>The most bytes of a packet that are kept.</summary>
    public int SnapLength { get; init; } = 262_144;

    /// <summary>Whether the interface takes frames that are not addressed to it.</summary>
    public bool Promiscuous { get; init; }

    /// <summary>The group of rings among which packets are spread by their two addresses (PACKET_FANOUT_CBPF); null: this ring gets every packet.</summary>
    public ushort? FanoutGroup { get; init; }
}
