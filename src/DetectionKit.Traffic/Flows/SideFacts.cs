namespace DetectionKit.Traffic.Flows;

/// <summary>Facts of one side of a flow, a bit each.</summary>
[Flags]
internal enum SideFacts : byte
{
    None = 0,

    /// <summary>A SYN without ACK was sent.</summary>
    Syn = 1,

    /// <summary>A SYN with ACK was sent.</summary>
    SynAck = 2,

    /// <summary>A FIN was sent.</summary>
    Fin = 4,

    /// <summary>A RST that fits the sequence was sent.</summary>
    Rst = 8,

    /// <summary>The sequence number is known.</summary>
    Sequence = 16,

    /// <summary>Payload was sent.</summary>
    Data = 32,

    /// <summary>The verdict came from the other side, and this one's first bytes are still to be held against it.</summary>
    Unchecked = 64,

    /// <summary>TCP: an acknowledgement without payload was sent, and the history has it.</summary>
    Acknowledged = 128,
}
