using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Synchrophasor;

/// <summary>
/// Synchrophasor data transfer (IEEE C37.118.2-2011 section 6.2): sync word, frame size, and a CRC-CCITT over the frame.
/// </summary>
internal sealed class SynchrophasorIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "synchrophasor";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(0xAA), ByteSet.Where(b => b >> 4 <= 5 && (b & 0x0F) is 1 or 2))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 16)
            return said.TooShort;
        var size = bytes[2] << 8 | bytes[3];
        if (size < 16 || (said.Carrier == Carrier.Udp && size != said.WireLength))
            return Claim.No;
        // Descriptions of large stations are longer than what is kept of a stream.
        if (size > bytes.Length)
            return said.Complete && bytes[1] >> 4 is 2 or 3 or 5 && IsTime(bytes[6..]) ? Claim.Yes(28, Role.Server, "configuration, cut") : said.TooShort;
        var role = (bytes[1] >> 4) == 4 ? Role.Client : Role.Server;
        return Crc(bytes[..(size - 2)]) == (bytes[size - 2] << 8 | bytes[size - 1]) ? Claim.Yes(44, role, "frame and check word") : Claim.No;
    }

    /// <summary>Seconds since 1970: between 2000 and 2050.</summary>
    private static bool IsTime(ReadOnlySpan<byte> bytes) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes) is >= 946_684_800 and <= 2_524_608_000;

    /// <summary>CRC-CCITT: polynomial 0x1021, start 0xFFFF, no reflection.</summary>
    private static int Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFF;
        foreach (var value in bytes)
        {
            crc ^= value << 8;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x8000) != 0 ? ((crc << 1) ^ 0x1021) & 0xFFFF : (crc << 1) & 0xFFFF;
        }

        return crc;
    }
}
