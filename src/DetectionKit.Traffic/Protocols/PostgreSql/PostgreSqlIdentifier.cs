using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.PostgreSql;

/// <summary>
/// PostgreSQL's frontend/backend protocol, versions 2 and 3 (PostgreSQL manual, "Message Formats"): the startup packet, requests for SSL, GSS and
/// cancellation, and the server's first message.
/// </summary>
internal sealed class PostgreSqlIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "postgresql";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Bytes(0, 0), new(ByteSet.Of((byte)'R', (byte)'E'), ByteSet.Of(0), ByteSet.Of(0)), new(ByteSet.Of((byte)'S', (byte)'N', (byte)'G'), ByteSet.Of(0, (byte)'R', (byte)'E', 22)), new(ByteSet.Of((byte)'Q', (byte)'P'), ByteSet.Of(0)), Continued];

    /// <summary>A message of any kind, shorter than a megabyte.</summary>
    private static Prefix Continued { get; } = new(ByteSet.Of([.. "123ABCDEHIKNPQSTXZcdfnpst"u8]), ByteSet.Of(0), ByteSet.Range(0, 15));

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] is (byte)'S' or (byte)'N' or (byte)'G' && IsEncryptionRequest(said.Peer))
            return Claim.Yes(32, Role.Server, "answer to a request for encryption");
        var claim = Begin(said);
        return claim.Kind == ClaimKind.No && !said.FromStart && bytes[0] != 0 ? PostgreSqlSequel.Judge(said) : claim;
    }

    private static Claim Begin(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes[0] == 0)
            return Startup(said);
        // Encryption refused, and what comes then: the request for it was not captured.
        if (bytes is [(byte)'N', (byte)'R' or (byte)'E', ..])
            return FromServer(said, bytes[1..]);
        return bytes[0] is (byte)'R' or (byte)'E' ? FromServer(said, bytes) : Query(said);
    }

    private static bool IsEncryptionRequest(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        return reader.U32() == 8 && reader.U32() is 80877103 or 80877104;
    }

    private static Claim Startup(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        var length = reader.U32();
        var version = reader.U32();
        if (reader.Short)
            return said.TooShort;
        if (version is 80877103 or 80877104)
            return length == 8 ? Claim.Yes(64, Role.Client, "request for encryption") : Claim.No;
        if (version == 80877102)
            return length is >= 16 and < 512 ? Claim.Yes(60, Role.Client, "cancellation") : Claim.No;
        if (version is not (0x00030000 or 0x00030002 or 0x00020000) || length is < 9 or > 10_000)
            return Claim.No;
        if (version == 0x00020000)
            return length == 296 ? Claim.Yes(60, Role.Client, "startup of version 2") : Claim.No;
        var names = reader.Rest;
        if (names.Length < 5)
            return said.TooShort;
        return names[..Math.Min(names.Length, 256)].IndexOf("user\0"u8) >= 0 || names.StartsWith("database\0"u8)
            ? Claim.Yes(80, Role.Client, "startup")
            : Ascii.IsVisible(names[..4]) ? Claim.Yes(30, Role.Client, "startup") : Claim.No;
    }

    private static Claim FromServer(in Utterance said, ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var type = reader.U8();
        var length = reader.U32();
        var first = reader.U32();
        if (reader.Short)
            return said.TooShort;
        if (type == 'R')
            return length is >= 8 and < 1024 && first <= 12 ? Claim.Yes(54, Role.Server, "authentication") : Claim.No;
        // An error's first field is its severity.
        var severity = bytes[5..];
        if (severity[0] == 'S' && severity[1] >= 0x80 && !HasState(severity))
            return severity.Length < Math.Min(length, 64) ? said.TooShort : Claim.No;
        return length is > 8 and < 4096 && (severity.StartsWith("SFATAL\0"u8) || severity.StartsWith("SERROR\0"u8) || severity.StartsWith("SFAT"u8) || severity.StartsWith("SERR"u8) || HasState(severity))
            ? Claim.Yes(54, Role.Server, "error")
            : Claim.No;
    }

    /// <summary>A query or a parse where the startup was not captured: a text that a zero ends.</summary>
    private static Claim Query(in Utterance said)
    {
        var reader = new ByteReader(said.Bytes);
        reader.U8();
        var length = reader.U32();
        if (reader.Short)
            return said.TooShort;
        if (said.FromStart || length is < 6 or > 1 << 20 || length - 4 > (uint)reader.Left)
            return Claim.No;
        var text = reader.Take((int)length - 4);
        return text[^1] == 0 && Ascii.IsPrintable(text[..^1]) ? Claim.Yes(36, Role.Client, "query") : Claim.No;
    }

    /// <summary>Where the severity is in the server's language: the same untranslated behind it.</summary>
    private static bool HasState(ReadOnlySpan<byte> fields)
    {
        var head = fields[..Math.Min(fields.Length, 64)];
        return head[0] == 'S' && (head.IndexOf("\0VFATAL\0C"u8) > 0 || head.IndexOf("\0VERROR\0C"u8) > 0);
    }
}
