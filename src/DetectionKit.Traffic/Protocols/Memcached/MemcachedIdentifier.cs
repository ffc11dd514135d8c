using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Memcached;

/// <summary>
/// Memcached (memcached, "protocol.txt" and "Binary Protocol"): text commands and answers, binary headers, and the frame header that UDP puts before either.
/// </summary>
internal sealed class MemcachedIdentifier : Identifier
{
    private const int HeaderLength = 24, HeaderLeft = 12;

    private static readonly string[] Seldom = ["cas ", "gat ", "gats", "touc", "appe", "prep", "repl", "decr", "flus", "verb", "VERS", "TOUC", "EXIS", "NOT_", "CLIE", "SERV"];

    /// <inheritdoc/>
    public override string App => "memcached";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Ascii.AnyCase("get"), Ascii.AnyCase("set "), Ascii.AnyCase("add "), Ascii.AnyCase("stat"), Ascii.AnyCase("vers"), Ascii.AnyCase("delete"), Ascii.AnyCase("incr"), Ascii.AnyCase("STOR"), Ascii.AnyCase("VALU"), Ascii.AnyCase("END"), Ascii.AnyCase("DELE"), Ascii.AnyCase("gets"),
        .. Prefix.Texts(Seldom), .. MemcachedMeta.Prefixes, new(ByteSet.Of(0x80, 0x81))];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Udp ? [Frame] : Prefixes;

    /// <summary>Request id, number and total of datagrams, and two reserved bytes.</summary>
    private static Prefix Frame { get; } = new(ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Any, ByteSet.Of(0), ByteSet.Of(0));

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (said.Carrier == Carrier.Udp)
            return Framed(bytes);
        return bytes[0] is 0x80 or 0x81 ? Binary(said) : Text(said, bytes);
    }

    /// <summary>Request id, number and total of datagrams, two reserved bytes.</summary>
    private static Claim Framed(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        reader.U16();
        var number = reader.U16();
        var total = reader.U16();
        var reserved = reader.U16();
        if (reader.Short || reserved != 0 || total == 0 || number >= total || reader.Left < 5)
            return Claim.No;
        var bits = Line(reader.Rest, out var role);
        return bits > 0 ? Claim.Yes(bits + 20, role, "frame header and text") : Claim.No;
    }

    private static Claim Text(in Utterance said, ReadOnlySpan<byte> bytes)
    {
        var end = bytes[..Math.Min(bytes.Length, 300)].IndexOf("\r\n"u8);
        if (end < 0)
            return bytes.Length >= 300 || !Ascii.IsPrintable(bytes.TrimEnd((byte)'\r')) ? Claim.No : said.TooShort;
        if (MemcachedMeta.Judge(bytes[..end], said) is { Kind: ClaimKind.Yes } meta)
            return meta;
        var bits = Line(bytes, out var role);
        return bits > 0 ? Claim.Yes(bits, role, "text line") : Claim.No;
    }

    private static int Line(ReadOnlySpan<byte> bytes, out Role role)
    {
        role = Role.Server;
        var end = bytes.IndexOf("\r\n"u8);
        var line = end < 0 ? bytes : bytes[..end];
        if (end < 0 || !Ascii.IsVisible(line))
            return 0;
        if (line.StartsWith("VALUE "u8))
            return line.Count((byte)' ') is 3 or 4 && Ascii.IsDigit(line[^1]) ? 44 : 0;
        if (line.SequenceEqual("STORED"u8) || line.SequenceEqual("NOT_STORED"u8) || line.SequenceEqual("TOUCHED"u8) || line.SequenceEqual("EXISTS"u8))
            return 26;
        if (line.SequenceEqual("DELETED"u8) || line.SequenceEqual("NOT_FOUND"u8))
            return 20; // beanstalkd says them too
        if (line.StartsWith("STAT "u8))
            return line.Count((byte)' ') >= 2 ? 36 : 0;
        if (line.StartsWith("VERSION "u8) && line.Length is > 8 and < 32 && Ascii.IsDigit(line[8]))
            return 30;
        if (line.StartsWith("CLIENT_ERROR "u8) || line.StartsWith("SERVER_ERROR "u8))
            return 30;
        if (line.SequenceEqual("END"u8))
            return 10;
        role = Role.Client;
        var blanks = line.Count((byte)' ');
        if (line.StartsWith("cas "u8))
            return blanks is 5 or 6 && Ascii.IsDigit(line[line.LastIndexOf((byte)' ') - 1]) ? 44 : 0;
        if (line.StartsWith("touch "u8) || line.StartsWith("gat "u8) || line.StartsWith("gats "u8) || line.StartsWith("decr "u8))
            return blanks >= 2 ? 22 : 0;
        if (line.StartsWith("flush_all"u8) || line.StartsWith("verbosity "u8))
            return blanks <= 2 ? 28 : 0;
        if (line.StartsWith("set "u8) || line.StartsWith("add "u8) || line.StartsWith("replace "u8) || line.StartsWith("append "u8) || line.StartsWith("prepend "u8))
            return (blanks == 4 && Ascii.IsDigit(line[^1])) || (blanks == 5 && line.EndsWith(" noreply"u8)) ? 44 : 0;
        if (line.StartsWith("get "u8) || line.StartsWith("gets "u8))
            return blanks > 0 && line[^1] != ' ' && line.Length < 256 ? 20 : 0;
        if (line.StartsWith("delete "u8) || line.StartsWith("incr "u8))
            return blanks is 1 or 2 or 3 ? 18 : 0;
        return line.SequenceEqual("stats"u8) || line.StartsWith("stats "u8) || line.SequenceEqual("version"u8) ? bytes.Length == end + 2 ? 28 : 12 : 0;
    }

    private static Claim Binary(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var magic = reader.U8();
        var opcode = reader.U8();
        var key = reader.U16();
        var extras = reader.U8();
        var type = reader.U8();
        var status = reader.U16();
        var body = reader.U32();
        if (reader.Short)
            return said.TooShort;
        if (type != 0 || opcode > 0x4B || !FitsOpcode(magic, opcode, key, extras) || key > 250 || extras > 20 || (uint)(key + extras) > body || body > 1 << 20 || (magic == 0x81 && status is not (<= 9 or (>= 0x20 and <= 0x24) or (>= 0x81 and <= 0x86))))
            return Claim.No;
        if ((uint)reader.Left > HeaderLeft + body && said.Bytes[(int)(HeaderLength + body)] != magic)
            return Claim.No;
        return Claim.Yes((uint)reader.Left < HeaderLeft + body ? 32 : 44, magic == 0x80 ? Role.Client : Role.Server, "binary header");
    }

    /// <summary>Who stores sends flags and a time along, who counts an amount, who reads or deletes nothing; all of them a key.</summary>
    private static bool FitsOpcode(byte magic, byte opcode, int key, int extras) => magic == 0x81 || opcode switch
    {
        1 or 2 or 3 or 0x11 or 0x12 or 0x13 => key > 0 && extras == 8,
        5 or 6 or 0x15 or 0x16 => key > 0 && extras == 20,
        0 or 4 or 9 or 0x0C or 0x0D or 0x0E or 0x0F or 0x14 => key > 0 && extras == 0,
        7 or 0x0A or 0x0B => key == 0 && extras == 0,
        _ => true,
    };
}
