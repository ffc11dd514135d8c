using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Enip;

/// <summary>
/// EtherNet/IP (ODVA, "EtherNet/IP Adaptation of CIP", section 2-3, encapsulation header; section 2-6, common packet format for I/O datagrams).
/// </summary>
internal sealed class EnipIdentifier : Identifier
{
    private const int HeaderLength = 24;

    /// <inheritdoc/>
    public override string App => "enip";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0x04, 0x63, 0x64, 0x65, 0x66, 0x6F, 0x70, 0x72, 0x73), ByteSet.Of(0)), Prefix.Bytes(2, 0, 2, 0x80)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Bytes[0] == 2)
            return Connected(said);
        var reader = new ByteReader(said.Bytes);
        var command = reader.U16Little();
        var length = reader.U16Little();
        reader.Skip(4);
        var status = reader.U32Little();
        reader.Skip(8);
        var options = reader.U32Little();
        if (reader.Short)
            return said.TooShort;
        if (command is 0x65 or 0x66 or 0x6F or 0x70 && said.Bytes[2] == 0 && said.Bytes[3] == 0 && said.Bytes[4..8].IndexOfAnyExcept((byte)0) < 0)
            return Claim.No;
        if (options != 0 || status is not (<= 3 or 0x64 or 0x65 or 0x69 or 0x6A) || !Fits(command, length) || (command < 0x65 && status != 0))
            return Claim.No;
        if (said.Carrier == Carrier.Udp && length != said.WireLength - 24)
            return Claim.No;
        return said.Carrier == Carrier.Udp || Follows(said.Bytes, HeaderLength + length) ? Claim.Yes(60, Role.Peer, "encapsulation header") : Claim.No;
    }

    /// <summary>What comes behind a message is another one, as far as it is there.</summary>
    private static bool Follows(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length)
        {
            if (bytes.Length - at < 4)
                return bytes[at] is 0x04 or (>= 0x63 and <= 0x73) && (bytes.Length - at == 1 || bytes[at + 1] == 0);
            var length = (ushort)(bytes[at + 2] | bytes[at + 3] << 8);
            if (bytes[at + 1] != 0 || !Fits(bytes[at], length))
                return false;
            at += HeaderLength + length;
        }

        return true;
    }

    private static bool Fits(ushort command, ushort length) => command switch
    {
        0x65 => length == 4,
        0x66 => length == 0,
        0x6F or 0x70 => length >= 6,
        0x04 or 0x63 or 0x64 => true,
        0x72 or 0x73 => length is > 0 and < 1024,
        _ => false,
    };

    /// <summary>Cyclic data: two items, a sequenced address (0x8002, eight bytes) and connected data (0x00B1).</summary>
    private static Claim Connected(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        reader.Skip(4);
        var addressLength = reader.U16Little();
        reader.Skip(8);
        var item = reader.U16Little();
        var length = reader.U16Little();
        return said.Carrier == Carrier.Udp && !reader.Short && addressLength == 8 && item == 0xB1 && length == said.WireLength - 18
            ? Claim.Yes(64, Role.Peer, "connected data")
            : Claim.No;
    }
}
