namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>What differs between the protocols that share DNS's message.</summary>
/// <param name="NetBios">Whether names and types are NetBIOS's.</param>
/// <param name="IsGroupwise">Whether queries go to a group, so that answers come on other flows, from many, or unasked.</param>
internal sealed record DnsDialect(bool NetBios, bool IsGroupwise)
{
    /// <summary>DNS itself.</summary>
    public static DnsDialect Dns { get; } = new(false, false);

    /// <summary>Multicast DNS and LLMNR.</summary>
    public static DnsDialect Group { get; } = new(false, true);

    /// <summary>NetBIOS's name service.</summary>
    public static DnsDialect NetBiosNames { get; } = new(true, false);
}
