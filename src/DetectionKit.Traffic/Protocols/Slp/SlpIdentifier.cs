using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;
namespace DetectionKit.Traffic.Protocols.Slp;

/// <summary>Service Location Protocol, version 2 (RFC 2608 section 8) and 1 (RFC 2165 section 4).</summary>
internal sealed class SlpIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "slp";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of(1, 2), ByteSet.Range(1, 11))];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var version = reader.U8();
        var function = reader.U8();
        return version == 2 ? Two(ref reader, function, said) : One(ref reader, function, said);
    }

    private static Claim Two(ref ByteReader reader, byte function, in Utterance said)
    {
        var length = reader.U24();
        var flags = reader.U16();
        var extension = reader.U24();
        reader.Skip(2);
        var tagLength = reader.U16();
        var tag = reader.Take(Math.Min((int)tagLength, 64));
        if (reader.Short)
            return said.Carrier == Carrier.Udp ? Claim.No : said.TooShort;
        var exact = length == said.WireLength;
        if ((flags & 0x1FFF) != 0 || tagLength is 0 or > 64 || length < 14 + tagLength || extension > length || !IsLanguage(tag) || (!exact && said.Carrier == Carrier.Udp && length > said.WireLength))
            return Claim.No;
        return Claim.Yes(48 + (exact ? 16 : 0), RoleOf(function), "version 2 header");
    }

    private static Claim One(ref ByteReader reader, byte function, in Utterance said)
    {
        var length = reader.U16();
        var flags = reader.U8();
        var dialect = reader.U8();
        var language = reader.Take(2);
        reader.Skip(4);
        if (reader.Short)
            return said.Carrier == Carrier.Udp ? Claim.No : said.TooShort;
        return length == said.WireLength && (flags & 0x07) == 0 && dialect == 0 && IsLanguage(language) && function <= 10
            ? Claim.Yes(44, RoleOf(function), "version 1 header")
            : Claim.No;
    }

    /// <summary>A language tag of RFC 1766: letters, digits, hyphens.</summary>
    private static bool IsLanguage(ReadOnlySpan<byte> tag)
    {
        foreach (var letter in tag)
        {
            if (!char.IsAsciiLetterOrDigit((char)letter) && letter != '-')
                return false;
        }

        return tag.Length >= 2 && char.IsAsciiLetter((char)tag[0]);
    }

    /// <summary>Replies, acknowledgements and advertisements come from agents.</summary>
    private static Role RoleOf(byte function) => function is 2 or 5 or 7 or 8 or 10 or 11 ? Role.Server : Role.Client;
}
