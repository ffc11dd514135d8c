using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.BitTorrent;

/// <summary>
/// BitTorrent behind its obfuscation (Vuze, "Message Stream Encryption"): each side's key of 96 bytes and padding, what they agree on, and, where that is to
/// speak in clear, the handshake.
/// </summary>
internal static class ObfuscatedHandshake
{
    private const int KeyLength = 96, Farthest = 1300, Look = 16;

    /// <summary>Judges a stream from its first byte on.</summary>
    public static Claim Judge(in Utterance said)
    {
        var bytes = said.Bytes;
        var look = bytes[..Math.Min(bytes.Length, Look)];
        // A key looks random: neither text nor zeros.
        if (!said.FromStart || (look.Length >= 4 && Ascii.IsPrintable(look)) || (look.Length == Look && look.Count((byte)0) > 2))
            return Claim.No;
        var found = bytes.Length > KeyLength ? bytes[KeyLength..Math.Min(bytes.Length, Farthest)].IndexOf("\u0013BitTorrent protocol"u8) : -1;
        return found >= 0 ? Claim.Yes(120, Role.Peer, "handshake behind obfuscation") : bytes.Length >= Farthest ? Claim.No : said.TooShort;
    }
}
