using System.Collections.Immutable;

namespace DetectionKit.Language.Text;

/// <summary>The text of one file, with its lines. Immutable.</summary>
public sealed class SourceText
{
    private readonly ImmutableArray<int> _lineStarts;

    /// <summary>A text under the path by which people know it.</summary>
    /// <param name="path">The path as given, with forward slashes.</param>
    /// <param name="text">The whole text.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                starts.Add(i + 1);
        }

        _lineStarts = starts.ToImmutable();
    }

    /// <summary>The path as given.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>How many lines there are.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Where an offset lies.</summary>
    /// <param name="offset">0 to the text's length.</param>
    public LinePosition PositionOf(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, offset - _lineStarts[line] + 1);
    }

    /// <summary>One line's text without its end.</summary>
    /// <param name="line">1-based line.</param>
    public string LineAt(int line)
    {
        var start = _lineStarts[line - 1];
        var end = line < _lineStarts.Length ? _lineStarts[line] - 1 : Text.Length;
        return Text[start..end].TrimEnd('\r');
    }
}
