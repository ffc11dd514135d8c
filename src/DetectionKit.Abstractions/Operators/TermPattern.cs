using System.Buffers;
using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Operators;

/// <summary>
/// A bare word or phrase of the search command: it is found where breakers or the ends of the text stand on both sides, without case unless asked; <c>*</c> stands
/// for any characters up to the next major breaker (Splunk Enterprise, segmenters.conf; Search Manual, "Event segmentation and searching", "Use CASE and TERM to match phrases"). Immutable; time grows with the text's length.
/// </summary>
public sealed class TermPattern
{
    /// <summary>Major breakers as they stand inside brackets of a regular expression: what separates indexed terms.</summary>
    public const string MajorBreakers = @"\[\]<>(){}|!;,'""*\s&?+";
    private const string Major = "[]<>(){}|!;,'\"*&?+";
    private const string Minor = "/:=@.-$#%\\_";
    private static readonly SearchValues<char> Majors = SearchValues.Create(Major + White());
    private static readonly SearchValues<char> AllBreakers = SearchValues.Create(Major + Minor + White());

    // The stretches between the stars.
    private readonly ImmutableArray<string> _parts;
    private readonly SearchValues<char> _bounds;
    private readonly StringComparison _comparison;
    private readonly bool _bringsStart;
    private readonly bool _bringsEnd;

    private TermPattern(string term, bool isTerm, bool withCase)
    {
        Term = term;
        _parts = [.. term.Split('*')];
        _bounds = isTerm ? Majors : AllBreakers;
        _comparison = withCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

        // A phrase that begins or ends with a breaker brings its bound along.
        _bringsStart = _parts[0].Length > 0 && _bounds.Contains(_parts[0][0]);
        _bringsEnd = _parts[^1].Length > 0 && _bounds.Contains(_parts[^1][^1]);
    }

    /// <summary>The term as written.</summary>
    public string Term { get; }

    /// <summary>Reads a term; every text is one.</summary>
    /// <param name="term">The term.</param>
    /// <param name="isTerm"><c>TERM()</c>: only major breakers bound it.</param>
    /// <param name="withCase"><c>CASE()</c>: upper and lower case differ.</param>
    public static TermPattern Of(string term, bool isTerm = false, bool withCase = false) => new(term, isTerm, withCase);

    /// <summary>Whether the text holds the term.</summary>
    /// <param name="text">The text.</param>
    public bool IsIn(string text)
    {
        if (_parts.Length == 1)
            return IsWhole(text);

        // Where what was found so far ends: every such place, since a part with breakers inside reaches further from a later one.
        var ends = new List<int>();
        for (var at = Find(text, 0, 0); at >= 0; at = Find(text, 0, at + 1))
        {
            if (BeginsAt(text, at))
                ends.Add(at + _parts[0].Length);
        }

        var stretch = (From: 0, To: -1);
        for (var part = 1; part < _parts.Length && ends.Count > 0; part++)
            ends = Behind(text, ends, part, ref stretch);
        return ends.Exists(end => EndsAt(text, end));
    }

    /// <inheritdoc/>
    public override string ToString() => Term;

    private bool IsWhole(string text)
    {
        for (var at = Find(text, 0, 0); at >= 0; at = Find(text, 0, at + 1))
        {
            if (BeginsAt(text, at) && EndsAt(text, at + _parts[0].Length))
                return true;
        }

        return false;
    }

    // The ends of a part that begins where nothing but what a star stands for lies behind one of these ends: the last before it, if any.
    private List<int> Behind(string text, List<int> ends, int part, ref (int From, int To) stretch)
    {
        var next = new List<int>();
        var (known, read, major) = (0, ends[0], -1);
        for (var at = Find(text, part, ends[0]); at >= 0;)
        {
            while (known + 1 < ends.Count && ends[known + 1] <= at)
                known++;
            for (; read < at; read++)
                major = Majors.Contains(text[read]) ? read : major;
            if (major >= ends[known])
            {
                at = known + 1 < ends.Count ? Find(text, part, ends[known + 1]) : -1;
                continue;
            }

            var end = at + _parts[part].Length;
            next.Add(end);
            at = Find(text, part, part == _parts.Length - 1 || _parts[part].AsSpan().ContainsAny(Majors) ? at + 1 : Math.Max(at + 1, NextMajor(text, end, ref stretch)));
        }

        return next;
    }

    // Up to the next major breaker, what begins behind a later end begins behind an earlier one as well.
    private static int NextMajor(string text, int from, ref (int From, int To) stretch)
    {
        if (from < stretch.From || from > stretch.To)
            stretch = (from, text.AsSpan(from).IndexOfAny(Majors) is >= 0 and var place ? from + place : text.Length + 1);
        return stretch.To;
    }

    private int Find(string text, int part, int from) => from > text.Length ? -1 : text.IndexOf(_parts[part], from, _comparison);

    private bool BeginsAt(string text, int at) => _bringsStart || at == 0 || _bounds.Contains(text[at - 1]);

    private bool EndsAt(string text, int end) => _bringsEnd || end == text.Length || _bounds.Contains(text[end]);

    private static string White() => string.Concat(Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).Where(char.IsWhiteSpace));
}
