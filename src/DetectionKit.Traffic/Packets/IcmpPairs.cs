namespace DetectionKit.Traffic.Packets;

/// <summary>
/// What stands for ports on ICMP flows: a request and its reply share a flow, as the Community ID specification (version 1) pairs them; any
/// other message is (type, code), one way.
/// </summary>
internal static class IcmpPairs
{
    /// <summary>The pair for a message.</summary>
    /// <param name="protocol">ICMP or ICMPv6.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="code">Its code.</param>
    public static (ushort Source, ushort Destination) Ports(byte protocol, byte type, byte code)
    {
        var counterpart = protocol == IpProtocol.Icmp ? Counterpart4(type) : Counterpart6(type);
        return counterpart < 0 ? (type, code) : (type, (ushort)counterpart);
    }

    /// <summary>Whether the message has a counterpart, so that its flow has two directions.</summary>
    /// <param name="protocol">ICMP or ICMPv6.</param>
    /// <param name="type">The message's type.</param>
    public static bool IsTwoWay(byte protocol, byte type) => (protocol == IpProtocol.Icmp ? Counterpart4(type) : Counterpart6(type)) >= 0;

    /// <summary>Whether the type asks: its sender is the originator.</summary>
    /// <param name="protocol">ICMP or ICMPv6.</param>
    /// <param name="type">The message's type.</param>
    public static bool IsRequest(byte protocol, byte type) => protocol == IpProtocol.Icmp
        ? type is 8 or 10 or 13 or 15 or 17
        : type is 128 or 130 or 133 or 135 or 139 or 144;

    private static int Counterpart4(byte type) => type switch
    {
        0 => 8,
        8 => 0,
        9 => 10,
        10 => 9,
        13 => 14,
        14 => 13,
        15 => 16,
        16 => 15,
        17 => 18,
        18 => 17,
        _ => -1,
    };

    private static int Counterpart6(byte type) => type switch
    {
        128 => 129,
        129 => 128,
        130 => 131,
        131 => 130,
        133 => 134,
        134 => 133,
        135 => 136,
        136 => 135,
        139 => 140,
        140 => 139,
        144 => 145,
        145 => 144,
        _ => -1,
    };
}
