namespace DetectionKit.Traffic.Packets.Tunnels;

/// <summary>What a tunnel carries at the place where decoding goes on.</summary>
internal enum TunnelContent : byte
{
    /// <summary>No tunnel.</summary>
    None,

    /// <summary>An IP packet.</summary>
    Ip,

    /// <summary>An Ethernet frame.</summary>
    Ethernet,

    /// <summary>What an EtherType says.</summary>
    EtherType,

    /// <summary>A PPP frame.</summary>
    Ppp,
}

/// <summary>A packet's tunnel, opened.</summary>
internal readonly ref struct TunnelView
{
    /// <summary>What it carries.</summary>
    public TunnelContent Content { get; init; }

    /// <summary>The carried packet.</summary>
    public ReadOnlySpan<byte> Inner { get; init; }

    /// <summary>The EtherType, where that is what it carries.</summary>
    public ushort EtherType { get; init; }

    /// <summary>The virtual network (VXLAN, GENEVE), in 24 bits; else 0.</summary>
    public uint Network { get; init; }

    /// <summary>The tunnel's name as an app, where a UDP payload told it: <c>vxlan</c>; null where IP's protocol number did.</summary>
    public string? App { get; init; }
}
