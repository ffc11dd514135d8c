using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DetectionKit.Logs.Records;

/// <summary>The text of a JSON string, whatever is in it: bytes that are no UTF-8 and half surrogates become U+FFFD.</summary>
internal static class JsonText
{
    /// <summary>The text of the string or name that the reader is at.</summary>
    /// <param name="reader">At a string or a member's name.</param>
    public static string Of(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return Encoding.UTF8.GetString(reader.ValueSpan);
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    // The reader has checked that every escape is whole (RFC 8259 section 7).
    private static string Unescape(string escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 >= escaped.Length)
            {
                text.Append(escaped[i]);
                continue;
            }

            var c = escaped[++i];
            if (c != 'u')
            {
                text.Append(c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => c });
                continue;
            }

            _ = ushort.TryParse(escaped.AsSpan(i + 1, Math.Min(4, escaped.Length - i - 1)), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit);
            text.Append((char)unit);
            i += 4;
        }

        return ReplaceHalfSurrogates(text.ToString());
    }

    private static string ReplaceHalfSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
