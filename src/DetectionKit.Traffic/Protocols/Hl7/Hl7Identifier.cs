using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Hl7;

/// <summary>
/// HL7 version 2 in MLLP (HL7 "Transport Specification: MLLP, Release 1"): vertical tab, a header segment, and the encoding characters
/// (HL7 2.x chapter 2, MSH-1 and MSH-2).
/// </summary>
internal sealed class Hl7Identifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "hl7";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0x0B, (byte)'M', (byte)'S', (byte)'H'), Prefix.Bytes(0x0B, (byte)'B', (byte)'H', (byte)'S'), Prefix.Bytes(0x0B, (byte)'F', (byte)'H', (byte)'S')];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 10)
            return said.TooShort;
        var separator = bytes[4];
        var encoding = bytes.Slice(5, 4);
        if (!IsMark(separator) || !AreMarks(encoding))
            return Claim.No;
        return bytes[9] == separator || bytes[10..].StartsWith([separator]) ? Claim.Yes(64, Role.Peer, "header segment") : Claim.No;
    }

    private static bool AreMarks(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (!IsMark(value))
                return false;
        }

        return true;
    }

    private static bool IsMark(byte value) => value is > 0x20 and < 0x7F && !char.IsAsciiLetterOrDigit((char)value);
}
