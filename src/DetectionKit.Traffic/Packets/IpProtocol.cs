using System.Globalization;

namespace DetectionKit.Traffic.Packets;

/// <summary>Numbers of what IP carries (IANA's registry), and the names that flows give them.</summary>
internal static class IpProtocol
{
    public const byte Icmp = 1;
    public const byte IpInIp = 4;
    public const byte Tcp = 6;
    public const byte Udp = 17;
    public const byte Ipv6InIp = 41;
    public const byte Gre = 47;
    public const byte IcmpV6 = 58;
    public const byte EtherIp = 97;
    public const byte L2tp = 115;
    public const byte Sctp = 132;
    public const byte UdpLite = 136;
    public const byte MplsInIp = 137;

    private static readonly string[] Names = Build();

    /// <summary>The protocol's name in lower case, which is the flow's transport; a number without a name here is <c>ip-proto-N</c>.</summary>
    /// <param name="number">The number.</param>
    public static string Name(byte number) => Names[number];

    /// <summary>Whether flows of it have ports.</summary>
    /// <param name="number">The number.</param>
    public static bool HasPorts(byte number) => number is Tcp or Udp or UdpLite or Sctp;

    /// <summary>Whether the protocol's number is itself the verdict: all but the transports that carry applications, and those nobody named.</summary>
    /// <param name="number">The number.</param>
    public static bool NamesApp(byte number) =>
        number is not (Tcp or Udp or UdpLite) && !Names[number].StartsWith("ip-proto-", StringComparison.Ordinal);

    private static string[] Build()
    {
        var names = new string[256];
        for (var i = 0; i < 256; i++)
            names[i] = string.Create(CultureInfo.InvariantCulture, $"ip-proto-{i}");
        foreach (var (number, name) in Named)
            names[number] = name;
        return names;
    }

    private static ReadOnlySpan<(byte Number, string Name)> Named => new (byte, string)[]
    {
        (1, "icmp"), (2, "igmp"), (3, "ggp"), (4, "ipip"), (6, "tcp"), (8, "egp"), (9, "igp"), (17, "udp"), (33, "dccp"), (41, "ipv6"),
        (46, "rsvp"), (47, "gre"), (50, "esp"), (51, "ah"), (58, "icmpv6"), (88, "eigrp"), (89, "ospf"), (94, "ipip"), (97, "etherip"),
        (103, "pim"), (108, "ipcomp"), (112, "vrrp"), (115, "l2tp"), (124, "isis"), (132, "sctp"), (136, "udplite"), (137, "mpls"),
    };
}
