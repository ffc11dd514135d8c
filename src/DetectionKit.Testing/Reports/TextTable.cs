using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace DetectionKit.Testing.Reports;

/// <summary>Lays out rows of texts in columns of even width: two blanks between columns, numbers to the right, no frame.</summary>
/// <param name="columns">The headings.</param>
public sealed class TextTable(params ImmutableArray<string> columns)
{
    private const int CellLimit = 60;
    private readonly List<ImmutableArray<TextCell>> _rows = [];

    /// <summary>Adds a row; missing cells are blank.</summary>
    /// <param name="cells">Its cells.</param>
    public void Add(params ImmutableArray<TextCell> cells) => _rows.Add(cells);

    /// <summary>The table, each line ended by a line feed.</summary>
    /// <param name="color">Whether marked cells are coloured.</param>
    /// <param name="indent">What each line begins with.</param>
    public string Render(bool color = false, string indent = "")
    {
        var widths = columns.Select((heading, i) => _rows.Select(row => Shown(row, i).Length).Append(heading.Length).Max()).ToArray();
        var right = columns.Select((_, i) => _rows.Count > 0 && _rows.All(row => IsNumber(Shown(row, i)))).ToArray();
        var text = new StringBuilder();
        AppendLine(text, indent, [.. columns.Select(heading => new TextCell(heading))], widths, right, color);
        foreach (var row in _rows)
            AppendLine(text, indent, row, widths, right, color);
        return text.ToString();
    }

    private void AppendLine(StringBuilder text, string indent, ImmutableArray<TextCell> row, int[] widths, bool[] right, bool color)
    {
        var line = new StringBuilder(indent);
        for (var i = 0; i < columns.Length; i++)
        {
            var shown = Shown(row, i);
            var padding = new string(' ', widths[i] - shown.Length);
            var mark = color && i < row.Length ? row[i].Color : null;
            if (right[i])
                line.Append(padding);
            line.Append(mark is null ? shown : $"{mark}{shown}{Ansi.Reset}");
            if (!right[i] && i < columns.Length - 1)
                line.Append(padding);
            if (i < columns.Length - 1)
                line.Append("  ");
        }

        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    private static bool IsNumber(string text) =>
        text.Length == 0 || double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static string Shown(ImmutableArray<TextCell> row, int column)
    {
        if (column >= row.Length)
            return "";
        var text = row[column].Text;
        var cut = text.Length <= CellLimit ? text : $"{text[..(CellLimit - 1)]}…";
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? '·' : c)) : cut;
    }
}

/// <summary>One cell.</summary>
/// <param name="Text">What it shows; cut when it is very long, control characters as dots.</param>
/// <param name="Color">One of <see cref="Ansi"/>'s sequences, or null.</param>
public readonly record struct TextCell(string Text, string? Color = null)
{
    /// <summary>A plain cell.</summary>
    /// <param name="text">What it shows.</param>
    public static implicit operator TextCell(string text) => new(text);
}

/// <summary>Colours for terminals (ECMA-48, SGR).</summary>
public static class Ansi
{
    /// <summary>Back to plain.</summary>
    public const string Reset = "\e[0m";

    /// <summary>Something is wrong or gone.</summary>
    public const string Red = "\e[31m";

    /// <summary>Something is right or new.</summary>
    public const string Green = "\e[32m";

    /// <summary>Something changed.</summary>
    public const string Yellow = "\e[33m";

    /// <summary>A heading.</summary>
    public const string Bold = "\e[1m";
}
