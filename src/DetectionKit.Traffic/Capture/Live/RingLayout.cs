namespace DetectionKit.Traffic.Capture.Live;

/// <summary>
/// Where things stand in a TPACKET_V3 ring (<c>linux/if_packet.h</c>), in bytes. A ring is blocks of one size; a block begins with
/// <c>struct tpacket_block_desc</c> and holds packets, each behind a <c>struct tpacket3_hdr</c> and a <c>struct sockaddr_ll</c>.
/// </summary>
internal static class RingLayout
{
    // struct tpacket_block_desc { __u32 version, offset_to_priv; struct tpacket_hdr_v1 { __u32 block_status, num_pkts, offset_to_first_pkt, blk_len; ... } }
    public const int BlockStatus = 8;
    public const int BlockPackets = 12;
    public const int BlockFirst = 16;

    // struct tpacket3_hdr { __u32 tp_next_offset, tp_sec, tp_nsec, tp_snaplen, tp_len, tp_status; __u16 tp_mac, tp_net; hv1 { __u32 tp_rxhash, tp_vlan_tci; __u16 tp_vlan_tpid, pad } ... }
    public const int NextOffset = 0;
    public const int Seconds = 4;
    public const int Nanoseconds = 8;
    public const int SnapLength = 12;
    public const int Length = 16;
    public const int Status = 20;
    public const int Mac = 24;
    public const int VlanTci = 32;
    public const int VlanTpid = 36;

    /// <summary>TPACKET_ALIGN(sizeof(struct tpacket3_hdr)), then <c>sll_pkttype</c> of struct sockaddr_ll.</summary>
    public const int PacketType = 48 + 10;

    /// <summary>TP_STATUS_KERNEL: the block is the kernel's.</summary>
    public const uint StatusKernel = 0;

    /// <summary>TP_STATUS_USER: the block is ours.</summary>
    public const uint StatusUser = 1;

    /// <summary>TP_STATUS_VLAN_VALID: the tag was taken out of the frame.</summary>
    public const uint VlanValid = 1 << 4;

    /// <summary>TP_STATUS_VLAN_TPID_VALID: what kind of tag is known.</summary>
    public const uint VlanTpidValid = 1 << 6;

    /// <summary>PACKET_OUTGOING, as <c>sll_pkttype</c>.</summary>
    public const byte Outgoing = 4;

    /// <summary>Room left before each frame, so that a VLAN tag can be put back where it was.</summary>
    public const int VlanRoom = 4;
}
