using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Git;

/// <summary>
/// Git's own protocol (Git, "gitprotocol-pack"): a pkt-line of four hexadecimal digits with the request, and the server's advertisement of references.
/// </summary>
internal sealed class GitIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "git";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [new(ByteSet.Of((byte)'0'), HexDigit, HexDigit, HexDigit)];

    private static ByteSet HexDigit => ByteSet.Where(b => char.IsAsciiHexDigitLower((char)b));

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var bytes = said.Bytes;
        if (bytes.Length < 20)
            return said.TooShort;
        var length = 0;
        for (var i = 0; i < 4; i++)
        {
            if (!char.IsAsciiHexDigitLower((char)bytes[i]))
                return Claim.No;
            length = (length << 4) | (bytes[i] <= '9' ? bytes[i] - '0' : bytes[i] - 'a' + 10);
        }

        var line = bytes[4..];
        if (line.StartsWith("git-upload-pack"u8) || line.StartsWith("git-receive-pack"u8) || line.StartsWith("git-upload-archive"u8))
            return Claim.Yes(90, Role.Client, "request");
        if (line.StartsWith("version "u8) || line.StartsWith("ERR "u8))
            return length > 12 ? Claim.Yes(44, Role.Server, "first line") : Claim.No;
        // An object name, a blank, a reference.
        if (line.Length < 45)
            return said.TooShort;
        var name = line[40] == ' ' ? 40 : 64; // SHA-1, SHA-256
        if (line.Length < name + 5)
            return said.TooShort;
        line = line[(name - 40)..];
        return line[40] == ' ' && length > 44 && line[41..].StartsWith("HEAD"u8) | line[41..].StartsWith("refs"u8) | line[41..].StartsWith("capa"u8)
            ? Claim.Yes(90, Role.Server, "references")
            : Claim.No;
    }
}
