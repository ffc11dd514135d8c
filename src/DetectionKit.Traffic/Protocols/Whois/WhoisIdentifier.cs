using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Whois;

/// <summary>
/// WHOIS (RFC 3912 section 2): one line with a name or an address, answered by a registry's text. Neither is much by itself.
/// </summary>
internal sealed class WhoisIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "whois";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Letters.Or(ByteSet.Digits).Or(ByteSet.Of((byte)'%', (byte)'-', (byte)'=', (byte)'#', (byte)' ', (byte)'\r', (byte)'\n')))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        return said.SpokeFirst || said.Peer.IsEmpty ? Query(said, bytes) is { Kind: not ClaimKind.No } claim ? claim : Registry(said, bytes) : Answer(said, bytes);
    }

    private static Claim Query(in Utterance said, ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0)
            return bytes.Length > 128 ? Claim.No : said.TooShort;
        var line = bytes[..end].TrimEnd((byte)'\r');
        if (end != bytes.Length - 1 || line.Length < 3 || !Ascii.IsVisible(line))
            return Claim.No;
        var name = line[(line.LastIndexOf((byte)' ') + 1)..];
        return name.ContainsAny((byte)'.', (byte)':') || Ascii.Starts(name, "AS"u8) ? Claim.Yes(12, Role.Client, "query") : Claim.No;
    }

    /// <summary>A registry's answer whose query was not captured: it begins with the domain and its number there.</summary>
    private static Claim Registry(in Utterance said, ReadOnlySpan<byte> bytes)
    {
        var text = bytes.TrimStart(" \r\n"u8);
        if (text.Length < 256 && !said.Complete && Ascii.MayStart(text, "domain name: "u8))
            return Claim.More;
        return Ascii.Starts(text, "domain name: "u8) && Ascii.Has(text[..Math.Min(text.Length, 256)], "registry domain id: "u8) ? Claim.Yes(40, Role.Server, "registry's answer alone") : Claim.No;
    }

    private static Claim Answer(in Utterance said, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 64)
            return said.TooShort;
        var head = bytes[..Math.Min(bytes.Length, 1024)];
        var known = Ascii.Has(head, "domain name:"u8) || Ascii.Has(head, "whois server"u8) || Ascii.Has(head, "registrar:"u8) || Ascii.Has(head, "netrange:"u8)
            || Ascii.Has(head, "inetnum:"u8) || Ascii.Has(head, "% iana whois"u8) || Ascii.Has(head, "origin:"u8) || Ascii.Has(head, "whois"u8);
        return known ? Claim.Yes(32, Role.Server, "registry's answer") : Claim.No;
    }
}
