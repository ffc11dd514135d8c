namespace DetectionKit.Traffic.Capture;

/// <summary>What a captured frame begins with (the link-layer header types that tcpdump.org registers); only those that are decoded have names.</summary>
public enum LinkType
{
    /// <summary>BSD loopback: four bytes of address family in the capturing host's order.</summary>
    Null = 0,

    /// <summary>IEEE 802.3 Ethernet.</summary>
    Ethernet = 1,

    /// <summary>PPP, with or without HDLC's address and control bytes.</summary>
    Ppp = 9,

    /// <summary>Raw IP (as DLT_RAW is on most systems).</summary>
    RawBsd = 12,

    /// <summary>Raw IP (as DLT_RAW is on OpenBSD).</summary>
    RawOpenBsd = 14,

    /// <summary>PPP in HDLC-like framing (RFC 1662).</summary>
    PppHdlc = 50,

    /// <summary>A PPPoE session header, then PPP.</summary>
    PppEther = 51,

    /// <summary>Raw IP, either version.</summary>
    Raw = 101,

    /// <summary>Cisco HDLC.</summary>
    CiscoHdlc = 104,

    /// <summary>IEEE 802.11, from the frame control field on.</summary>
    Wireless = 105,

    /// <summary>OpenBSD loopback: four bytes of address family, most significant first.</summary>
    Loop = 108,

    /// <summary>Linux cooked capture, version 1.</summary>
    LinuxCooked = 113,

    /// <summary>Radiotap, then IEEE 802.11.</summary>
    Radiotap = 127,

    /// <summary>PPP as Linux' pppd gives it: the address byte is the direction.</summary>
    PppPppd = 166,

    /// <summary>Per-packet information: a header that names the link type of what follows.</summary>
    Ppi = 192,

    /// <summary>PPP behind a byte of direction.</summary>
    PppDirection = 204,

    /// <summary>Raw IPv4.</summary>
    Ipv4 = 228,

    /// <summary>Raw IPv6.</summary>
    Ipv6 = 229,

    /// <summary>Linux' netfilter log.</summary>
    Nflog = 239,

    /// <summary>Linux cooked capture, version 2.</summary>
    LinuxCooked2 = 276,
}
