using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ajp;

/// <summary>
/// Apache JServ Protocol 1.3 (Apache Tomcat Connectors, "AJPv13"): packets to the container begin with 0x1234, those from it with <c>AB</c>.
/// </summary>
internal sealed class AjpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "ajp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0x12, 0x34), Prefix.Text("AB")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var magic = reader.U16();
        var length = reader.U16();
        var code = reader.U8();
        if (reader.Short)
            return said.TooShort;
        if (length is 0 or > 8192)
            return Claim.No;
        return magic == 0x1234 ? ToContainer(ref reader, said, length, code) : FromContainer(ref reader, said, length, code);
    }

    private static Claim ToContainer(ref ByteReader reader, in Utterance said, int length, byte code)
    {
        if (length == 1)
            return code is 7 or 8 or 10 ? Claim.Yes(40, Role.Client, "ping") : Claim.No;
        if (code != 2)
            return Claim.No;
        var method = reader.U8();
        var protocol = reader.Take(reader.U16());
        if (reader.Short)
            return said.TooShort;
        return method is > 0 and < 28 && protocol.StartsWith("HTTP/"u8) ? Claim.Yes(80, Role.Client, "forward request") : Claim.No;
    }

    private static Claim FromContainer(ref ByteReader reader, in Utterance said, int length, byte code)
    {
        if (length == 1)
            return code == 9 ? Claim.Yes(40, Role.Server, "pong") : Claim.No;
        // Where the headers were not seen: a piece of the body, its end, a call for more of the request's.
        if (code == 3)
            return reader.U16() is var chunk && reader.Short ? said.TooShort : chunk > 0 && chunk + 4 == length ? Claim.Yes(44, Role.Server, "body") : Claim.No;
        if (code is 5 or 6)
            return length == code - 3 ? Claim.Yes(40, Role.Server, "end or call for more") : Claim.No;
        if (code != 4)
            return Claim.No;
        var status = reader.U16();
        var message = reader.Take(reader.U16());
        var end = reader.U8();
        if (reader.Short)
            return said.TooShort;
        return status is >= 100 and < 600 && end == 0 && Ascii.IsPrintable(message) ? Claim.Yes(44, Role.Server, "response headers") : Claim.No;
    }
}
