using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>The hello messages of SSL 2.0, which clients of later versions once sent too (RFC 6101 appendix E, RFC 5246 appendix E.2).</summary>
internal static class SslTwoHello
{
    /// <summary>The length of the record that bytes begin with; 0 where that is no hello of this form, or too little is there to tell.</summary>
    public static int Length(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 3 || (bytes[0] is >= 20 and <= 24 && bytes[1] is 1 or 3))
            return 0;
        var two = (bytes[0] & 0x80) != 0;
        var header = two ? 2 : 3;
        var length = (bytes[0] & (two ? 0x7F : 0x3F)) << 8 | bytes[1];
        return bytes.Length > header && bytes[header] is 1 or 4 && length is >= 12 and <= 4096 ? header + length : 0;
    }

    /// <summary>Judges a record of SSL 2.0: two or three bytes of length, then the message.</summary>
    public static Claim Judge(ReadOnlySpan<byte> bytes, bool complete)
    {
        if (bytes.Length < 3)
            return complete || bytes[0] is >= 0x40 and < 0x80 ? Claim.No : Claim.More;
        var two = (bytes[0] & 0x80) != 0;
        var length = (bytes[0] & (two ? 0x7F : 0x3F)) << 8 | bytes[1];
        var reader = new ByteReader(bytes[(two ? 2 : 3)..]);
        var type = reader.U8();
        if (type is not (1 or 4) || length is < 12 or > 8192)
            return Claim.No;
        if (type == 4)
            reader.Skip(2); // session id hit, certificate type
        var version = reader.U16();
        if (!reader.Short && version is not (0x0002 or (>= 0x0300 and <= 0x0303)))
            return Claim.No;
        int first = reader.U16(), second = reader.U16(), third = reader.U16();
        if (reader.Short)
            return complete ? Claim.No : Claim.More;
        var padding = two ? 0 : bytes[2];
        var body = (type == 1 ? 9 : 11) + first + second + third;
        if (type == 1 && (first is 0 || first % 3 != 0 || second is not (0 or 16 or 32) || third is < 16 or > 32))
            return Claim.No;
        if (type == 4 && (second % 3 != 0 || third is < 16 or > 32))
            return Claim.No;
        return body + padding == length
            ? Claim.Yes(type == 1 ? 56 : 44, type == 1 ? Role.Client : Role.Server, type == 1 ? "SSL 2.0 client hello" : "SSL 2.0 server hello")
            : Claim.No;
    }
}
