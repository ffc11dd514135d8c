using System.Globalization;
using System.Text;

namespace DetectionKit.Logs.Zeek;

/// <summary>Text as Zeek's ASCII writer escapes it: <c>\x09</c> for a byte, <c>\\</c> for the backslash.</summary>
internal static class ZeekText
{
    /// <summary>The text that is meant.</summary>
    /// <param name="text">The text as written.</param>
    public static string Unescape(ReadOnlySpan<byte> text)
    {
        if (!text.Contains((byte)'\\'))
            return Encoding.UTF8.GetString(text);
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i..] is [(byte)'\\', (byte)'x', _, _, ..]
                && byte.TryParse(text.Slice(i + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                bytes.Add(escaped);
                i += 3;
                continue;
            }

            bytes.Add(text[i]);
            if (text[i..] is [(byte)'\\', (byte)'\\', ..])
                i++;
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
