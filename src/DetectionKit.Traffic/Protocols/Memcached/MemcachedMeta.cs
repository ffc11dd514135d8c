using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Memcached;

/// <summary>
/// Memcached's meta commands (memcached, "protocol.txt", "Meta Commands"): two letters, a key, flags; answered by two letters. Little by themselves: the
/// answer to the command proves it.
/// </summary>
internal static class MemcachedMeta
{
    /// <summary>What commands and their answers begin with.</summary>
    public static ImmutableArray<Prefix> Prefixes { get; } =
    [
        new(ByteSet.Of((byte)'m'), ByteSet.Of((byte)'n', (byte)'g', (byte)'s', (byte)'d', (byte)'a', (byte)'e'), ByteSet.Of((byte)' ', (byte)'\r')),
        new(ByteSet.Of((byte)'H', (byte)'V', (byte)'E', (byte)'N', (byte)'M'), ByteSet.Of((byte)'D', (byte)'A', (byte)'N', (byte)'F', (byte)'S', (byte)'X', (byte)'E'), ByteSet.Of((byte)' ', (byte)'\r')),
    ];

    /// <summary>Judges a first line.</summary>
    public static Claim Judge(ReadOnlySpan<byte> line, in Utterance said)
    {
        if (line.Length < 2 || !Ascii.IsVisible(line))
            return Claim.No;
        if (IsCommand(line))
            return Claim.Yes(14, Role.Client, "meta command");
        var end = said.Peer.IndexOf("\r\n"u8);
        return end > 0 && IsCommand(said.Peer[..end]) && IsAnswer(line) ? Claim.Yes(26, Role.Server, "answer to a meta command") : Claim.No;
    }

    private static bool IsCommand(ReadOnlySpan<byte> line) =>
        line.SequenceEqual("mn"u8) || (line.Length > 3 && line[0] == 'm' && line[1] is (byte)'g' or (byte)'s' or (byte)'d' or (byte)'a' or (byte)'e' && line[2] == ' ' && line[3] != ' ');

    private static bool IsAnswer(ReadOnlySpan<byte> line) =>
        (line.Length == 2 || line[2] == ' ')
        && (line.StartsWith("HD"u8) || line.StartsWith("VA"u8) || line.StartsWith("EN"u8) || line.StartsWith("NF"u8) || line.StartsWith("NS"u8) || line.StartsWith("EX"u8) || line.StartsWith("MN"u8) || line.StartsWith("ME"u8));
}
