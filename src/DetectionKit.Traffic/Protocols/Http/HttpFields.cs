using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;
using Ascii = DetectionKit.Traffic.Protocols.Parsing.Ascii;

namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>Header fields that matter here (RFC 9110, RFC 6265): the others are passed over.</summary>
internal static class HttpFields
{
    private const int Longest = 8192;

    /// <summary>Puts a field into a message. The first of a name counts, save for cookies, which HTTP/2 splits (RFC 9113 section 8.2.3).</summary>
    /// <param name="message">The message.</param>
    /// <param name="name">The field's name, in any case.</param>
    /// <param name="value">Its value without the blanks around it.</param>
    public static void Set(HttpMessage message, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        switch (name.Length)
        {
            case 4 when Ascii.Starts(name, "host"u8):
                message.Host ??= Text(value);
                break;
            case 6 when Ascii.Starts(name, "cookie"u8):
                message.Cookie = message.Cookie is null ? Text(value) : message.Cookie.Length < Longest ? message.Cookie + "; " + Text(value) : message.Cookie;
                break;
            case 6 when Ascii.Starts(name, "server"u8):
                message.Server ??= Text(value);
                break;
            case 7 when Ascii.Starts(name, "referer"u8):
                message.Referrer ??= Text(value);
                break;
            case 7 when Ascii.Starts(name, "upgrade"u8):
                message.Upgrade ??= Text(value);
                break;
            case 10 when Ascii.Starts(name, "user-agent"u8):
                message.UserAgent ??= Text(value);
                break;
            case 12 when Ascii.Starts(name, "content-type"u8):
                message.ContentType ??= Text(value);
                break;
            case 13 when Ascii.Starts(name, "authorization"u8):
                message.Authorization ??= Text(value);
                break;
            case 14 when Ascii.Starts(name, "content-length"u8):
                if (Utf8Parser.TryParse(value, out long length, out _) && length >= 0)
                    message.ContentLength ??= length;
                break;
            case 17 when Ascii.Starts(name, "transfer-encoding"u8):
                message.IsChunked |= Ascii.Has(value[..Math.Min(value.Length, 256)], "chunked"u8);
                break;
        }
    }

    /// <summary>A line that begins with a blank goes on with the field before (RFC 9112 section 5.2).</summary>
    /// <param name="message">The message.</param>
    /// <param name="name">The name of the field before.</param>
    /// <param name="more">The line without the blanks around it.</param>
    public static void GoOn(HttpMessage message, ReadOnlySpan<byte> name, ReadOnlySpan<byte> more)
    {
        if (name.Length == 10 && Ascii.Starts(name, "user-agent"u8))
            message.UserAgent = Joined(message.UserAgent, more);
        else if (name.Length == 7 && Ascii.Starts(name, "referer"u8))
            message.Referrer = Joined(message.Referrer, more);
        else if (name.Length == 6 && Ascii.Starts(name, "cookie"u8))
            message.Cookie = Joined(message.Cookie, more);
        else if (name.Length == 12 && Ascii.Starts(name, "content-type"u8))
            message.ContentType = Joined(message.ContentType, more);
        else if (name.Length == 4 && Ascii.Starts(name, "host"u8) && message.Host is "")
            message.Host = Text(more);
        else if (name.Length == 17 && Ascii.Starts(name, "transfer-encoding"u8))
            message.IsChunked |= Ascii.Has(more[..Math.Min(more.Length, 256)], "chunked"u8);
    }

    /// <summary>Bytes as text: UTF-8 where they are that, else Latin-1.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);

    private static string? Joined(string? before, ReadOnlySpan<byte> more) =>
        before is null || before.Length + more.Length > Longest ? before : before.Length == 0 ? Text(more) : before + " " + Text(more);
}
