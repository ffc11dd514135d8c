using System.Buffers;
using System.Globalization;
using System.Text;

namespace DetectionKit.Sensor.Configuration;

/// <summary>Something wrong with the configuration.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1, in units of UTF-16.</param>
/// <param name="Length">How long it is, in the same units, on that line.</param>
/// <param name="Path">Where it stands: <c>sinks[1].url</c>; empty for the whole.</param>
/// <param name="Message">What is wrong, for people.</param>
internal sealed record ConfigurationProblem(int Line, int Column, int Length, string Path, string Message)
{
    private static readonly SearchValues<byte> WordBytes = SearchValues.Create("+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>Where it stands, and what is wrong.</summary>
    public string Text => Path.Length == 0 ? Message : $"{Path}: {Message}";

    /// <summary>As a compiler would say it.</summary>
    /// <param name="file">The file's name as given.</param>
    public string Render(string file) => string.Create(CultureInfo.InvariantCulture, $"{file}:{Line}:{Column}: {Text}");

    /// <summary>The problem at an offset of a text.</summary>
    public static ConfigurationProblem At(ReadOnlySpan<byte> text, int offset, string path, string message)
    {
        offset = Math.Min(offset, text.Length);
        var before = text[..offset];
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new(before.Count((byte)'\n') + 1, column, Math.Max(1, Encoding.UTF8.GetCharCount(Token(text[offset..]))), path, message);
    }

    // A text with its quotes, or a word or number; of a list or an object the bracket.
    private static ReadOnlySpan<byte> Token(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != (byte)'"')
        {
            var end = text.IndexOfAnyExcept(WordBytes);
            return text[..(end < 0 ? text.Length : Math.Max(end, 1))];
        }

        for (var i = 1; i < text.Length && text[i] != (byte)'\n'; i++)
        {
            if (text[i] == (byte)'\\')
                i++;
            else if (text[i] == (byte)'"')
                return text[..(i + 1)];
        }

        return text[..1];
    }
}
