using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Bitcoin;

/// <summary>
/// Bitcoin's peer protocol and its relatives' (Bitcoin, "P2P Network", message headers): a network's magic, a command padded with zeros, length and
/// checksum. Relatives have other magics, so the command decides.
/// </summary>
internal sealed class BitcoinIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "bitcoin";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0xF9, 0xBE, 0xB4, 0xD9), Prefix.Bytes(0x0B, 0x11, 0x09, 0x07), Prefix.Bytes(0xFA, 0xBF, 0xB5, 0xDA), Prefix.Bytes(0x1C, 0x16, 0x3F, 0x28), Prefix.Bytes(0xFB, 0xC0, 0xB6, 0xDB), new(ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Range((byte)'a', (byte)'z'), ByteSet.Range((byte)'a', (byte)'z'))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 24)
            return bytes.Length > 6 && !IsName(bytes[4..Math.Min(bytes.Length, 16)]) ? Claim.No : said.TooShort;
        var command = bytes.Slice(4, 12);
        var length = bytes[16] | bytes[17] << 8 | bytes[18] << 16 | bytes[19] << 24;
        if (length is < 0 or > 32 << 20 || !IsName(command))
            return Claim.No;
        var name = command.TrimEnd((byte)0);
        if (!IsKnown(name))
            return Claim.No;
        return Claim.Yes(80, Role.Peer, "message header");
    }

    private static bool IsName(ReadOnlySpan<byte> command)
    {
        var name = command.TrimEnd((byte)0);
        return name.Length > 1 && name.TrimEnd((byte)'2').IndexOfAnyExceptInRange((byte)'a', (byte)'z') < 0;
    }

    private static bool IsKnown(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("version"u8) || name.SequenceEqual("verack"u8) || name.SequenceEqual("addr"u8) || name.SequenceEqual("inv"u8)
        || name.SequenceEqual("getdata"u8) || name.SequenceEqual("getblocks"u8) || name.SequenceEqual("getheaders"u8) || name.SequenceEqual("headers"u8)
        || name.SequenceEqual("tx"u8) || name.SequenceEqual("block"u8) || name.SequenceEqual("ping"u8) || name.SequenceEqual("pong"u8)
        || name.SequenceEqual("getaddr"u8) || name.SequenceEqual("mempool"u8) || name.SequenceEqual("reject"u8) || name.SequenceEqual("sendheaders"u8)
        || name.SequenceEqual("feefilter"u8) || name.SequenceEqual("sendcmpct"u8) || name.SequenceEqual("notfound"u8) || name.SequenceEqual("alert"u8)
        || name.SequenceEqual("addrv2"u8) || name.SequenceEqual("wtxidrelay"u8) || name.SequenceEqual("sendaddrv2"u8) || name.SequenceEqual("cmpctblock"u8) || name.SequenceEqual("getblocktxn"u8)
        || name.SequenceEqual("blocktxn"u8) || name.SequenceEqual("merkleblock"u8) || name.SequenceEqual("filterload"u8) || name.SequenceEqual("filteradd"u8) || name.SequenceEqual("filterclear"u8)
        || name.SequenceEqual("getcfilters"u8) || name.SequenceEqual("cfilter"u8) || name.SequenceEqual("getcfheaders"u8) || name.SequenceEqual("cfheaders"u8) || name.SequenceEqual("getcfcheckpt"u8) || name.SequenceEqual("cfcheckpt"u8)
        || name.SequenceEqual("protoconf"u8) || name.SequenceEqual("sendtxrcncl"u8);
}
