using System.Collections.Immutable;
using System.Text;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Content.Macros;

/// <summary>Puts a search together out of stretches of other searches, keeping the way back into the files.</summary>
internal sealed class SearchTextBuilder
{
    private readonly ImmutableArray<SearchTextSegment>.Builder _segments = ImmutableArray.CreateBuilder<SearchTextSegment>();
    private readonly StringBuilder _text = new();

    /// <summary>Whether what is appended stands in double quotes: then its own quotes get a backslash.</summary>
    public bool InQuotes { get; set; }

    /// <summary>Appends a stretch of another search.</summary>
    public void Append(SearchText search, TextSpan span)
    {
        var from = span.Start;
        if (InQuotes)
        {
            for (var quote = search.Text.IndexOf('"', from, span.Length); quote >= 0; quote = search.Text.IndexOf('"', quote + 1, span.End - quote - 1))
            {
                Copy(search, TextSpan.FromBounds(from, quote));
                Add("\\", search.Locate(new TextSpan(quote, 1)), search.UsesAt(quote));
                from = quote;
            }
        }

        Copy(search, TextSpan.FromBounds(from, span.End));
    }

    /// <summary>Appends text that stands in no file: each unit leads to the place that it is for.</summary>
    public void Append(string text, SourceSpan place, ImmutableArray<DiagnosticLabel> uses)
    {
        if (text.Length == 0)
            return;
        Add(InQuotes ? text.Replace("\"", "\\\"", StringComparison.Ordinal) : text, place, uses);
    }

    private void Copy(SearchText search, TextSpan span)
    {
        for (var i = search.SegmentIndexAt(span.Start); i < search.Segments.Length && search.Segments[i].Start < span.End; i++)
        {
            var segment = search.Segments[i];
            var from = Math.Max(span.Start, segment.Start);
            var to = Math.Min(span.End, segment.Start + segment.Length);
            if (from >= to)
                continue;
            var offsets = segment.Offsets.AsSpan(from - segment.Start, to - from + 1).ToImmutableArray();
            _segments.Add(new SearchTextSegment(_text.Length, to - from, segment.Source, offsets, segment.Uses));
            _text.Append(search.Text, from, to - from);
        }
    }

    private void Add(string text, SourceSpan place, ImmutableArray<DiagnosticLabel> uses)
    {
        var offsets = Enumerable.Repeat(place.Span.Start, text.Length).Append(place.Span.End);
        _segments.Add(new SearchTextSegment(_text.Length, text.Length, place.Source, [.. offsets], uses));
        _text.Append(text);
    }

    /// <summary>The search; an empty one lies at <paramref name="place"/>.</summary>
    public SearchText Build(SourceSpan place)
    {
        if (_segments.Count == 0)
            _segments.Add(new SearchTextSegment(0, 0, place.Source, [place.Span.Start], []));
        return new SearchText(_text.ToString(), _segments.ToImmutable());
    }
}
