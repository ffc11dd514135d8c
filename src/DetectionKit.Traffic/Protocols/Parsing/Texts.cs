using System.Text;

namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>Texts that protocols say, for facts: bounded, and without control characters.</summary>
internal static class Texts
{
    private const int Longest = 512;

    /// <summary>Bytes as text; null where nothing is left. Bytes above ASCII are Latin-1.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => Clean(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Longest)]));

    /// <summary>Text without blanks around it, and with ? for each control character in it; null where nothing is left.</summary>
    public static string? Clean(string text)
    {
        text = text.Trim(' ', '\t', '\r', '\n', '\0');
        return text.Length == 0 ? null : string.Create(text.Length, text, static (into, from) =>
        {
            for (var i = 0; i < from.Length; i++)
                into[i] = char.IsControl(from[i]) ? '?' : from[i];
        });
    }
}
