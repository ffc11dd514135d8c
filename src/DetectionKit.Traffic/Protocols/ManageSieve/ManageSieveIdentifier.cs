using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.ManageSieve;

/// <summary>ManageSieve (RFC 5804 sections 1.7 and 2): the server names its capabilities in quotes, one a line; commands with quoted arguments.</summary>
internal sealed class ManageSieveIdentifier : Identifier
{
    private static readonly CommandWords Commands = new(
        new("AUTHENTICATE \"", 44), new("PUTSCRIPT", 36), new("LISTSCRIPTS", 44, Argument.None), new("SETACTIVE \"", 44), new("GETSCRIPT \"", 44), new("DELETESCRIPT \"", 44), new("RENAMESCRIPT \"", 44),
        new("CHECKSCRIPT", 36), new("HAVESPACE \"", 44), new("UNAUTHENTICATE", 36, Argument.None), new("CAPABILITY", 22, Argument.None), new("STARTTLS", 14, Argument.None), new("NOOP", 6), new("LOGOUT", 16, Argument.None));

    /// <inheritdoc/>
    public override string App => "managesieve";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
        [.. Commands.Prefixes, Prefix.Text("\"IMP"), Prefix.Text("\"SAS"), Prefix.Text("\"SIE"), Prefix.Text("\"STA"), Prefix.Text("\"VER"), Prefix.Text("\"NOT"), Prefix.Text("\"MAX")];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said) => said.Bytes[0] == '"' ? Capabilities(said) : Commands.Judge(said.Bytes, said.Complete, "command");

    private static Claim Capabilities(in Utterance said)
    {
        var lines = new LineReader(said.Bytes);
        if (!lines.Next(out var line))
            return line.Length > 512 || !Ascii.IsVisible(line.TrimEnd((byte)'\r')) ? Claim.No : said.TooShort;
        var known = line.StartsWith("\"IMPLEMENTATION\" \""u8) || line.StartsWith("\"SASL\" \""u8) || line.StartsWith("\"SIEVE\" \""u8) || line.SequenceEqual("\"STARTTLS\""u8)
            || line.StartsWith("\"VERSION\" \""u8) || line.StartsWith("\"NOTIFY\" \""u8) || line.StartsWith("\"MAXREDIRECTS\" \""u8);
        return known && line[^1] == '"' ? Claim.Yes(line.SequenceEqual("\"STARTTLS\""u8) || line.StartsWith("\"VERSION"u8) ? 30 : 50, Role.Server, "capabilities") : Claim.No;
    }
}
