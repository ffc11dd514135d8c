using System.Text;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Content.Upgrade;

/// <summary>The lines that the entries of block mappings take.</summary>
internal sealed class EntryLines(SourceText source)
{
    private readonly string _text = source.Text;

    /// <summary>Where the entry's first line begins.</summary>
    public int StartOf(YamlEntry entry) => LineStart(entry.Key.Span.Span.Start);

    /// <summary>Whether nothing but blanks stands before the entry on its line.</summary>
    public bool BeginsLine(YamlEntry entry) => string.IsNullOrWhiteSpace(_text[StartOf(entry)..entry.Key.Span.Span.Start]);

    /// <summary>The edit that takes the entry out and leaves the comments that stood in it, at its own indentation.</summary>
    public TextEdit Removal(YamlEntry entry)
    {
        var start = StartOf(entry);
        var end = LineEnd(Math.Max(entry.Key.Span.Span.End, ContentEnd(entry.Value)));
        var indentation = _text[start..entry.Key.Span.Span.Start];
        var kept = new StringBuilder();
        foreach (var comment in Comments(entry, end))
            kept.Append(indentation).Append(comment).Append(LineBreak);
        return new TextEdit(TextSpan.FromBounds(start, end), kept.ToString());
    }

    /// <summary>The file's own line break.</summary>
    public string LineBreak => _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    // Between the nodes of an entry only punctuation and comments stand.
    private IEnumerable<string> Comments(YamlEntry entry, int end)
    {
        var at = entry.Key.Span.Span.End;
        foreach (var scalar in Scalars(entry.Value).Append(null))
        {
            var upTo = scalar?.Span.Span.Start ?? end;
            foreach (var line in _text[Math.Min(at, upTo)..upTo].Split('\n'))
            {
                var mark = line.IndexOf('#', StringComparison.Ordinal);
                if (mark >= 0 && (mark == 0 || line[mark - 1] is ' ' or '\t'))
                    yield return line[mark..].TrimEnd();
            }

            at = scalar?.Span.Span.End ?? at;
        }
    }

    // What an alias names stands elsewhere, and perhaps many times over.
    private static IEnumerable<YamlScalar?> Scalars(YamlNode node) => node switch
    {
        YamlScalar scalar => [scalar],
        YamlSequence sequence => sequence.Items.Where(item => IsWithin(item, sequence)).SelectMany(Scalars),
        YamlMapping mapping => mapping.Entries.SelectMany(entry => (IsWithin(entry.Value, mapping) ? Scalars(entry.Value) : []).Prepend(entry.Key)),
        _ => [],
    };

    private static bool IsWithin(YamlNode node, YamlNode outer) => node.Span.Span.Start >= outer.Span.Span.Start;

    // A block scalar's span may run over the blank lines behind it.
    private int ContentEnd(YamlNode node)
    {
        var end = node.Span.Span.End;
        while (end > node.Span.Span.Start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        return end;
    }

    private int LineStart(int offset) => _text.LastIndexOf('\n', Math.Max(0, offset - 1), Math.Max(0, offset)) + 1;

    private int LineEnd(int offset) => _text.IndexOf('\n', offset) is >= 0 and var at ? at + 1 : _text.Length;
}
