namespace DetectionKit.Traffic.Capture.Live;

/// <summary>What the frames of an interface begin with, by its hardware type (ARPHRD, <c>linux/if_arp.h</c>).</summary>
internal static class HardwareTypes
{
    /// <summary>The link type, or null where such frames are not decoded.</summary>
    /// <param name="hardware">The hardware type.</param>
    public static LinkType? LinkTypeOf(ushort hardware) => hardware switch
    {
        1 or 772 => LinkType.Ethernet, // ARPHRD_ETHER, ARPHRD_LOOPBACK
        512 or 519 or 768 or 769 or 776 or 778 or 0xFFFE => LinkType.Raw, // PPP, RAWIP, TUNNEL, TUNNEL6, SIT, IPGRE, NONE: IP from the first byte on
        801 => LinkType.Wireless, // ARPHRD_IEEE80211
        803 => LinkType.Radiotap, // ARPHRD_IEEE80211_RADIOTAP
        _ => null,
    };
}
