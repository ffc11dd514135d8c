using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Rmi;

/// <summary>
/// Java RMI's wire protocol (Java RMI specification, chapter 10, "RMI Transport Protocol"): <c>JRMI</c>, version, protocol; the answer is
/// ProtocolAck with the client's host and port.
/// </summary>
internal sealed class RmiIdentifier : Identifier
{
    private const byte Call = 0x50, Return = 0x51;

    /// <inheritdoc/>
    public override string App => "rmi";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("JRMI"), new(ByteSet.Of(0x4E), ByteSet.Of(0), ByteSet.Range(1, 0xFF)), Prefix.Bytes(Call, 0xAC, 0xED, 0), Prefix.Bytes(Return, 0xAC, 0xED, 0)];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] == 0x4E)
            return Acknowledge(said);
        if (bytes[0] is Call or Return)
            return IsStream(bytes[1..]) ? Claim.Yes(46, bytes[0] == Call ? Role.Client : Role.Server, "call or return") : bytes.Length < 5 ? said.TooShort : Claim.No;
        if (bytes.Length < 7)
            return said.TooShort;
        return bytes.StartsWith("JRMI"u8) && bytes[4] == 0 && bytes[5] is 1 or 2 && bytes[6] is 0x4B or 0x4C or 0x4D
            ? Claim.Yes(60, Role.Client, "header")
            : Claim.No;
    }

    /// <summary>How Java's serialized objects begin: magic and version 5.</summary>
    private static bool IsStream(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xAC, 0xED, 0, 5]);

    private static Claim Acknowledge(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        reader.Skip(1);
        var host = reader.Take(reader.U16());
        var high = reader.U16();
        reader.U16();
        if (reader.Short)
            return said.TooShort;
        if (high != 0 || !Ascii.IsAll(host, Ascii.Token))
            return Claim.No;
        var returns = reader.Left > 5 && reader.Rest[0] == Return && IsStream(reader.Rest[1..]);
        var alone = said.FromStart && reader.Left == 0 && !host.IsEmpty;
        return Claim.Yes(said.Peer.StartsWith("JRMI"u8) || returns ? 48 : alone ? 30 : 20, Role.Server, "protocol acknowledged");
    }
}
