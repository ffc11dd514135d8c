namespace DetectionKit.Traffic.Protocols.Vxlan;

/// <summary>The Ethernet frame that a tunnel carries.</summary>
internal static class InnerFrame
{
    /// <summary>Whether the frame's type is one that networks carry, and an IP packet inside has its version where it belongs.</summary>
    /// <param name="frame">The frame from its destination address on.</param>
    public static bool IsKnown(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 15)
            return false;
        var type = frame[12] << 8 | frame[13];
        return type switch
        {
            0x0800 => frame[14] >> 4 == 4,
            0x86DD => frame[14] >> 4 == 6,
            0x0806 or 0x8100 or 0x88CC or 0x8847 or 0x88A8 => true,
            < 0x0600 => frame[14] is 0x42 or 0xAA,
            _ => false,
        };
    }
}
