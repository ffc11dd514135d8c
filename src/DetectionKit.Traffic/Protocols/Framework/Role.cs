namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>Which part a side plays by its bytes.</summary>
public enum Role : byte
{
    /// <summary>The bytes do not tell, or the protocol has equal peers.</summary>
    Peer,

    /// <summary>The bytes ask: ClientHello, request line, DNS query.</summary>
    Client,

    /// <summary>The bytes answer: banner, response.</summary>
    Server,
}
