using System.Collections.Immutable;
using DetectionKit.Language.Diagnostics;

namespace DetectionKit.Language.Text;

/// <summary>
/// A search as the parser reads it: the YAML scalar's content with its macros expanded, and for each unit of it the way back to the file
/// that it came from. Immutable.
/// </summary>
public sealed class SearchText
{
    private readonly ImmutableArray<SearchTextSegment> _segments;

    /// <summary>A text made of segments that follow one another without a gap.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="segments">Its segments in order; they cover the text.</param>
    public SearchText(string text, ImmutableArray<SearchTextSegment> segments)
    {
        Text = text;
        _segments = segments;
    }

    /// <summary>The expanded text.</summary>
    public string Text { get; }

    /// <summary>Its segments in order.</summary>
    public ImmutableArray<SearchTextSegment> Segments => _segments;

    /// <summary>The same text, come into the search through those macro uses.</summary>
    /// <param name="uses">The uses, innermost first.</param>
    public SearchText WithUses(ImmutableArray<DiagnosticLabel> uses) => new(Text, [.. _segments.Select(segment => segment with { Uses = uses })]);

    /// <summary>A file's whole text as a search, for tests and for macro definitions.</summary>
    /// <param name="source">The file.</param>
    public static SearchText Of(SourceText source) =>
        new(source.Text, [new SearchTextSegment(0, source.Text.Length, source, [.. Enumerable.Range(0, source.Text.Length + 1)], [])]);

    /// <summary>The file and stretch that a stretch of this text came from. One that spans several segments is cut to its first segment.</summary>
    /// <param name="span">A stretch of <see cref="Text"/>; may be empty, and may lie at its very end.</param>
    public SourceSpan Locate(TextSpan span)
    {
        var segment = SegmentAt(span.Start);
        var from = span.Start - segment.Start;
        var to = Math.Min(span.End - segment.Start, segment.Length);
        return new SourceSpan(segment.Source, TextSpan.FromBounds(segment.Offsets[from], Math.Max(segment.Offsets[from], segment.Offsets[to])));
    }

    /// <summary>The macro uses through which a place came into the text, innermost first; empty outside macros.</summary>
    /// <param name="offset">An offset into <see cref="Text"/>.</param>
    public ImmutableArray<DiagnosticLabel> UsesAt(int offset) => SegmentAt(offset).Uses;

    private SearchTextSegment SegmentAt(int offset) => _segments[SegmentIndexAt(offset)];

    /// <summary>The last segment that begins at or before an offset and is not empty; where there is none such, the last that begins there.</summary>
    internal int SegmentIndexAt(int offset)
    {
        var (first, behind) = (0, _segments.Length);
        while (behind - first > 1)
        {
            var middle = first + ((behind - first) / 2);
            (first, behind) = _segments[middle].Start <= offset ? (middle, behind) : (first, middle);
        }

        for (var found = first; found >= 0; found--)
        {
            if (_segments[found].Length > 0)
                return found;
        }

        return first;
    }
}

/// <summary>A stretch of a <see cref="SearchText"/> that came from one file.</summary>
/// <param name="Start">Its offset in the search text.</param>
/// <param name="Length">Its length in the search text.</param>
/// <param name="Source">The file.</param>
/// <param name="Offsets">For each unit, and for the place behind the last: its offset in the file (Length + 1 entries, ascending).</param>
/// <param name="Uses">The macro uses through which it came, innermost first.</param>
public sealed record SearchTextSegment(int Start, int Length, SourceText Source, ImmutableArray<int> Offsets, ImmutableArray<DiagnosticLabel> Uses);
