using System.Collections.Immutable;
using System.Text;

namespace DetectionKit.Abstractions.Times;

/// <summary>A piece of a format: a directive such as <c>%H</c> or <c>%3N</c>, or the text between two.</summary>
/// <param name="Directive">The letter; <c>\0</c> for text.</param>
/// <param name="Width">The digits given (<c>%3N</c>), or the number of colons before <c>z</c>; -1: none.</param>
/// <param name="Text">The text, or the directive as written.</param>
internal readonly record struct TimeFormatPart(char Directive, int Width, string Text)
{
    private const string Known = "aAbBcCdDeEfFgGhHIjklmMnNpQrRsStTuUVwWxXyYzZ%+";

    /// <summary>Composite directives, and what they stand for.</summary>
    private static string? Composite(char directive) => directive switch
    {
        'c' => "%a %b %e %H:%M:%S %Y",
        '+' => "%a %b %e %H:%M:%S %Z %Y",
        'D' or 'x' => "%m/%d/%y",
        'F' => "%Y-%m-%d",
        'R' => "%H:%M",
        'r' => "%I:%M:%S %p",
        'T' or 'X' => "%H:%M:%S",
        'n' => "\n",
        't' => "\t",
        _ => null,
    };

    /// <summary>A format's pieces in order; composite directives are taken apart.</summary>
    public static ImmutableArray<TimeFormatPart> Read(string format)
    {
        var parts = ImmutableArray.CreateBuilder<TimeFormatPart>();
        var text = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%' || TryRead(format, i) is not { } part)
            {
                text.Append(format[i]);
                continue;
            }

            i += part.Text.Length - 1;
            if (part.Directive == '%')
            {
                text.Append('%');
                continue;
            }

            if (text.Length > 0)
                parts.Add(new('\0', -1, text.ToString()));
            text.Clear();
            if (Composite(part.Directive) is { } meaning)
                parts.AddRange(Read(meaning));
            else
                parts.Add(part);
        }

        if (text.Length > 0)
            parts.Add(new('\0', -1, text.ToString()));
        return parts.ToImmutable();
    }

    private static TimeFormatPart? TryRead(string format, int start)
    {
        var at = start + 1;
        var width = -1;
        if (at < format.Length && format[at] == 'E')
        {
            // %Ez is the offset with a colon.
            return at + 1 < format.Length && format[at + 1] == 'z' ? new('z', 1, "%Ez") : null;
        }

        while (at < format.Length && format[at] == ':' && width < 3)
        {
            width = Math.Max(width, 0) + 1;
            at++;
        }

        if (width > 0)
            return at < format.Length && format[at] == 'z' ? new('z', width, format[start..(at + 1)]) : null;
        if (at < format.Length && char.IsAsciiDigit(format[at]))
            width = format[at++] - '0';
        if (at >= format.Length || !Known.Contains(format[at], StringComparison.Ordinal))
            return null;
        return new(format[at], width, format[start..(at + 1)]);
    }
}
