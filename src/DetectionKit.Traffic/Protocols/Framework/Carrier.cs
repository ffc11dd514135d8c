namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>What carries an application protocol's bytes.</summary>
[Flags]
public enum Carrier : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A TCP stream.</summary>
    Tcp = 1,

    /// <summary>UDP datagrams.</summary>
    Udp = 2,

    /// <summary>Either.</summary>
    Both = Tcp | Udp,
}
