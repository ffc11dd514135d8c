using System.Security.Cryptography;
using System.Text;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>
/// What protects the Initial packets of one side: derived from the connection id that the client chose first, so that everybody who saw that
/// can read them (RFC 9001 section 5.2, RFC 9369 section 3.3).
/// </summary>
internal sealed class QuicKeys
{
    private const int KeyLength = 16;
    private const int VectorLength = 12;

    private readonly byte[] _key = new byte[KeyLength];
    private readonly byte[] _vector = new byte[VectorLength];
    private readonly byte[] _header = new byte[KeyLength];

    private QuicKeys()
    {
    }

    /// <summary>The AEAD's key.</summary>
    public ReadOnlySpan<byte> Key => _key;

    /// <summary>The AEAD's initialization vector.</summary>
    public ReadOnlySpan<byte> Vector => _vector;

    /// <summary>The key of header protection.</summary>
    public ReadOnlySpan<byte> Header => _header;

    /// <summary>Derives one side's keys; null where the version's salt is not known.</summary>
    /// <param name="version">The version.</param>
    /// <param name="connectionId">The destination connection id of the client's first Initial packet (after a retry: the one it then used).</param>
    /// <param name="ofClient">Whose packets.</param>
    public static QuicKeys? Derive(uint version, ReadOnlySpan<byte> connectionId, bool ofClient)
    {
        var salt = QuicSalts.Of(version);
        if (salt.IsEmpty)
            return null;
        var prefix = version == QuicVersions.Two ? "quicv2 " : "quic ";
        Span<byte> initial = stackalloc byte[32];
        Span<byte> side = stackalloc byte[32];
        HKDF.Extract(HashAlgorithmName.SHA256, connectionId, salt, initial);
        Expand(initial, ofClient ? "client in" : "server in", side);
        var keys = new QuicKeys();
        Expand(side, prefix + "key", keys._key);
        Expand(side, prefix + "iv", keys._vector);
        Expand(side, prefix + "hp", keys._header);
        return keys;
    }

    /// <summary>HKDF-Expand-Label with an empty context (RFC 8446 section 7.1).</summary>
    private static void Expand(ReadOnlySpan<byte> secret, string label, Span<byte> output)
    {
        Span<byte> info = stackalloc byte[64];
        info.Clear();
        info[1] = (byte)output.Length;
        var length = Encoding.ASCII.GetBytes("tls13 " + label, info[3..]);
        info[2] = (byte)length;
        HKDF.Expand(HashAlgorithmName.SHA256, secret, output, info[..(length + 4)]);
    }
}
