using System.Buffers;
using System.Buffers.Text;

namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>User names out of SASL's PLAIN and LOGIN (RFC 4616). Passwords are never looked at.</summary>
internal static class PlainLogin
{
    /// <summary>The user of a PLAIN response in base64; null where it is none.</summary>
    public static string? PlainUser(ReadOnlySpan<byte> base64)
    {
        Span<byte> bytes = stackalloc byte[384];
        if (!Decode(base64, bytes, out var length))
            return null;
        var rest = (ReadOnlySpan<byte>)bytes[..length];
        var first = rest.IndexOf((byte)0);
        if (first < 0)
            return null;
        rest = rest[(first + 1)..];
        var second = rest.IndexOf((byte)0);
        return second < 0 ? null : Texts.Of(rest[..second]);
    }

    /// <summary>A user name in base64; null where it is none.</summary>
    public static string? User(ReadOnlySpan<byte> base64)
    {
        Span<byte> bytes = stackalloc byte[384];
        return Decode(base64, bytes, out var length) ? Texts.Of(bytes[..length]) : null;
    }

    private static bool Decode(ReadOnlySpan<byte> base64, Span<byte> into, out int length)
    {
        length = 0;
        return base64.Length <= 512 && Base64.DecodeFromUtf8(base64, into, out _, out length) == OperationStatus.Done;
    }
}
