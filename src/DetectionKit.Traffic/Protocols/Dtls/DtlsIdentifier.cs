using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Dtls;

/// <summary>DTLS 1.0 to 1.2 and the plain records of 1.3 (RFC 6347 section 4.1, RFC 9147 section 4): a chain of records that fills the datagram.</summary>
internal sealed class DtlsIdentifier : Identifier
{
    private const int HeaderLength = 13;
    private const int MostRecords = 16;

    /// <inheritdoc/>
    public override string App => "dtls";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Udp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Range(20, 26), ByteSet.Of(0xFE, 1), ByteSet.Of(0xFF, 0xFD, 0xFC, 0)), new(ByteSet.Range(0x20, 0x3F))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] is >= 0x20 and <= 0x3F)
            return said.Ordinal > 0 ? Claim.More : Claim.No; // version 1.3's short header says nothing
        var bits = 0;
        var role = Role.Peer;
        var at = 0;
        for (var count = 0; count < MostRecords && at < said.WireLength; count++)
        {
            if (at + HeaderLength > bytes.Length)
                return said.WireLength > bytes.Length && bits > 0 ? Claim.Yes(bits, role, "records, cut") : bits >= Evidence.Decisive ? Claim.Yes(bits, role, "records") : Claim.No;
            var record = bytes[at..];
            int version = BinaryPrimitives.ReadUInt16BigEndian(record[1..]), length = BinaryPrimitives.ReadUInt16BigEndian(record[11..]);
            if (record[0] is < 20 or > 26 || version is not (0xFEFF or 0xFEFD or 0xFEFC or 0x0100) || record[3] != 0 || length == 0 || at + HeaderLength + length > said.WireLength)
                return count > 0 && record[0] is >= 0x20 and <= 0x3F ? Claim.Yes(bits, role, "records") : Claim.No;
            // The version of early OpenSSL is a small number like any other.
            bits += (version == 0x0100 ? 14 : 26) + (at + HeaderLength + length == said.WireLength ? 14 : 0) + Content(record[0], record[HeaderLength..Math.Min(record.Length, HeaderLength + length)], ref role);
            at += HeaderLength + length;
        }

        return Claim.Yes(bits, role, "records");
    }

    private static int Content(byte type, ReadOnlySpan<byte> fragment, ref Role role)
    {
        if (type != 22 || fragment.Length < 12 || fragment[0] is not (1 or 2 or 3))
            return 0;
        role = fragment[0] == 1 ? Role.Client : Role.Server;
        return 8;
    }
}
