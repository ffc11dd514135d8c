namespace DetectionKit.Traffic.Packets;

/// <summary>How far decoding got.</summary>
internal enum DecodeOutcome
{
    /// <summary>An IP packet: it belongs to a flow, or is a fragment.</summary>
    Ip,

    /// <summary>Something other than IP: ARP, LLDP, spanning tree.</summary>
    NotIp,

    /// <summary>A wireless frame with several frames inside.</summary>
    Aggregate,

    /// <summary>A wireless frame whose body is encrypted.</summary>
    Protected,

    /// <summary>Headers that are cut or impossible.</summary>
    Malformed,

    /// <summary>A link type that is not decoded.</summary>
    UnknownLink,
}
