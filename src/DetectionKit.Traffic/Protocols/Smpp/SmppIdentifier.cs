using System.Buffers.Binary;
using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Smpp;

/// <summary>
/// SMPP (SMPP 3.4 section 3.2, SMPP 5.0 section 3.2): length, command id, status, sequence number.
/// </summary>
internal sealed class SmppIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "smpp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0, 0)];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var length = reader.U32();
        var command = reader.U32();
        var status = reader.U32();
        var sequence = reader.U32();
        if (reader.Short)
            return said.Bytes.Length >= 8 && !IsCommand(command) ? Claim.No : said.TooShort;
        var response = command >> 31 == 1;
        if (length is < 16 or > 65536 || !IsCommand(command) || (!response && status != 0) || status > 0x4FF || sequence is 0 or > 0x7FFFFFFF)
            return Claim.No;
        // A header without a body belongs to few commands.
        if (length == 16 && (command & 0x7FFFFFFF) is not (6 or 0x15) && !response)
            return Claim.No;
        if (said.Bytes.Length >= length + 8 && !IsCommand(BinaryPrimitives.ReadUInt32BigEndian(said.Bytes[((int)length + 4)..])))
            return Claim.No;
        return Claim.Yes(response ? 46 : 56, response ? Role.Server : Role.Client, "PDU header");
    }

    private static bool IsCommand(uint command) => command == 0x80000000
        || (command & 0x7FFFFFFF) is (>= 1 and <= 9) or 0x0B or 0x15 or 0x21 or 0x102 or 0x103 or (>= 0x111 and <= 0x113);
}
