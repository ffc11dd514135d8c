using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dnp3;

/// <summary>DNP3 (IEEE 1815 section 9.2.4): the data link's start, length, control and addresses, proved by their checksum.</summary>
internal sealed class Dnp3Identifier : Identifier
{
    private const int HeaderLength = 10;

    /// <inheritdoc/>
    public override string App => "dnp3";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0x05, 0x64)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < HeaderLength)
            return said.Carrier == Carrier.Udp ? Claim.No : said.TooShort;
        if (bytes[0] != 5 || bytes[1] != 0x64 || bytes[2] < 5)
            return Claim.No;
        var proved = Checksum(bytes[..8]) == (bytes[8] | bytes[9] << 8);

        // The control's top bit: from the master.
        return Claim.Yes(proved ? 60 : 16, (bytes[3] & 0x80) != 0 ? Role.Client : Role.Server, proved ? "header and checksum" : "header");
    }

    /// <summary>CRC-16/DNP: polynomial 0x3D65, reflected, complemented.</summary>
    private static int Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = 0;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0xA6BC : crc >> 1;
        }

        return ~crc & 0xFFFF;
    }
}
