using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Nntp;

/// <summary>
/// NNTP (RFC 3977 sections 3 and 5): the greeting 200 or 201, and commands that only news has.
/// </summary>
internal sealed class NntpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "nntp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Text("200 "), Prefix.Text("201 "), Ascii.AnyCase("MODE"), Ascii.AnyCase("CAPA"), Ascii.AnyCase("GROU"), Ascii.AnyCase("ARTI"), Ascii.AnyCase("POST"), Ascii.AnyCase("LIST"), Ascii.AnyCase("XOVE"), Ascii.AnyCase("NEWG"), Ascii.AnyCase("IHAV")];

    /// <inheritdoc/>

    public override Claim Inspect(in Utterance said)
    {
        var lines = new LineReader(said.Bytes);
        if (!lines.Next(out var line))
            return line.Length > 512 ? Claim.No : said.TooShort;
        if (!Ascii.All(line, Ascii.Printable))
            return Claim.No;
        if (Ascii.IsDigit(line[0]))
            return Greeting(line, said);
        if (Ascii.Starts(line, "MODE READER"u8) || Ascii.Starts(line, "NEWGROUPS "u8) || Ascii.Starts(line, "XOVER"u8))
            return Claim.Yes(44, Role.Client, "command");
        var common = (Ascii.Starts(line, "GROUP "u8) && line.Contains((byte)'.')) || line.SequenceEqual("CAPABILITIES"u8)
            || (Ascii.Starts(line, "ARTICLE "u8) && line.Contains((byte)'<')) || (Ascii.Starts(line, "IHAVE <"u8) && line.Contains((byte)'@'));
        if (common)
            return Claim.Yes(30, Role.Client, "command");
        return Ascii.Starts(line, "LIST"u8) || Ascii.Starts(line, "POST"u8) ? Claim.Yes(6, Role.Client, "command") : Claim.No;
    }

    private static Claim Greeting(ReadOnlySpan<byte> line, in Utterance said)
    {
        if (!said.SpokeFirst)
            return Claim.No;
        var news = Ascii.Has(line, "nntp"u8) || Ascii.Has(line, "news"u8) || Ascii.Has(line, "posting"u8) || Ascii.Has(line, "INN "u8);
        return Claim.Yes(news ? 36 : 14, Role.Server, "greeting");
    }
}
