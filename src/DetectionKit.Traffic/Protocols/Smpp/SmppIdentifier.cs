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
        // Without a name at its begin, all of it has to tell.
        if (command is 1 or 2 or 9 && said.Bytes.Length > 16 && said.Bytes.Length < length && said.Bytes[16] == 0)
            return said.TooShort;
        if (!response && !BodyFits(command, said.Bytes[16..(int)Math.Min(said.Bytes.Length, length)]))
            return Claim.No;
        return Claim.Yes(response ? 46 : 56, response ? Role.Server : Role.Client, "PDU header");
    }

    private static bool IsCommand(uint command) => command == 0x80000000
        || (command & 0x7FFFFFFF) is (>= 1 and <= 9) or 0x0B or 0x15 or 0x21 or 0x102 or 0x103 or (>= 0x111 and <= 0x113);

    /// <summary>What the body begins with, as far as it is there: who binds says a name; messages a service, then the sender's address (sections 4.1 and 4.4).</summary>
    private static bool BodyFits(uint command, ReadOnlySpan<byte> body)
    {
        switch (command)
        {
            case 1 or 2 or 9 when body.Length > 0 && body[0] == 0:
                return Nameless(body);
            case 1 or 2 or 3 or 9 or 0x0B:
                return Text(ref body, command == 3 ? 65 : 16) > 0;
            // Who asks about a message, replaces or cancels it, says its number.
            case 7:
                return Text(ref body, 65) > 0 && Address(body);
            case 8:
                return Text(ref body, 6) >= 0 && Text(ref body, 65) >= 0 && Address(body);
            case 4 or 5 or 0x21 or 0x103 or (>= 0x111 and <= 0x113):
                if (Text(ref body, 6) < 0)
                    return false;
                return Address(body);
            default:
                return true;
        }
    }

    /// <summary>Kind of number, number plan, number (sections 5.2.5 and 5.2.6).</summary>
    private static bool Address(ReadOnlySpan<byte> body)
    {
        if (body.Length < 3)
            return true;
        var fits = body[0] <= 7 && body[1] <= 18;
        body = body[2..];
        return fits && Text(ref body, 21) >= 0;
    }

    /// <summary>Who binds without a name says the rest all the same: password, type, a version of the protocol, number plan, and a range up to the end.</summary>
    private static bool Nameless(ReadOnlySpan<byte> body) =>
        Text(ref body, 16) == 0 && Text(ref body, 9) >= 0 && Text(ref body, 13) >= 0 && body.Length >= 4 && body[0] is (>= 0x30 and <= 0x34) or 0x50
        && body[1] <= 7 && body[2] <= 18 && body[^1] == 0 && body[3..].IndexOf((byte)0) == body.Length - 4;

    /// <summary>Takes a text that a zero ends, of at most so many bytes with it: its length, or as much as is there of it; -1: there is none.</summary>
    private static int Text(ref ReadOnlySpan<byte> rest, int most)
    {
        var end = rest[..Math.Min(rest.Length, most)].IndexOf((byte)0);
        if (end < 0 && rest.Length >= most)
            return -1;
        var text = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return !Ascii.IsPrintable(text) ? -1 : end < 0 ? Math.Max(1, text.Length) : text.Length;
    }
}
