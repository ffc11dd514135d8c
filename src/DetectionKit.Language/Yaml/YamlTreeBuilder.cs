using System.Collections.Immutable;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DetectionKit.Language.Yaml;

/// <summary>Builds the tree out of the parser's events.</summary>
internal sealed class YamlTreeBuilder(SourceText source, int skipped, DiagnosticBag diagnostics)
{
    private const int DeepestNesting = 100;
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private Parser _parser = null!;
    private readonly List<OpenBlock> _open = [];

    /// <summary>The block collections that are being read, outermost first.</summary>
    public IReadOnlyList<OpenBlock> Open => _open;

    /// <summary>The block collection that ended last: a line that fits nothing has just ended it.</summary>
    public OpenBlock? LastClosed { get; private set; }

    /// <summary>The first document's root; null where there is none or it is too deep.</summary>
    public YamlNode? Build(Parser parser)
    {
        _parser = parser;
        YamlNode? root = null;
        var documents = 0;
        while (_parser.MoveNext())
        {
            if (_parser.Current is not DocumentStart start)
                continue;
            documents++;
            if (documents == 2)
            {
                diagnostics.Report(DiagnosticTable.SecondDocument, Span(start));
                return null;
            }

            _parser.MoveNext();
            root = Node();
        }

        return root;
    }

    private YamlNode Node()
    {
        var current = _parser.Current!;
        YamlNode node;
        switch (current)
        {
            case Scalar scalar:
                node = Scalar(scalar);
                break;
            case MappingStart start:
                node = Deeper(start, start.Style == MappingStyle.Flow, Mapping);
                break;
            case SequenceStart start:
                node = Deeper(start, start.Style == SequenceStyle.Flow, Sequence);
                break;
            case AnchorAlias alias:
                return Alias(alias);
            default:
                throw new SemanticErrorException(current.Start, current.End, "a value is missing here");
        }

        if (current is NodeEvent { Anchor.IsEmpty: false } anchored)
            _anchors[anchored.Anchor.Value] = node;
        return node;
    }

    private YamlNode Deeper<TStart>(TStart start, bool isFlow, Func<TStart, YamlNode> read)
        where TStart : ParsingEvent
    {
        if (_open.Count >= DeepestNesting)
            throw new SemanticErrorException(start.Start, start.End, "it is nested too deeply");
        _open.Add(new OpenBlock(isFlow ? -1 : (int)start.Start.Column - 1, Span(start)));
        var node = read(start);
        LastClosed = isFlow ? LastClosed : _open[^1];
        _open.RemoveAt(_open.Count - 1);
        return node;
    }

    private YamlScalar Scalar(Scalar scalar)
    {
        var style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => YamlScalarStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlScalarStyle.DoubleQuoted,
            ScalarStyle.Literal => YamlScalarStyle.Literal,
            ScalarStyle.Folded => YamlScalarStyle.Folded,
            ScalarStyle.Any or ScalarStyle.Plain or ScalarStyle.ForcePlain => YamlScalarStyle.Plain,
            _ => YamlScalarStyle.Plain,
        };
        return new YamlScalar(Span(scalar), scalar.Value, style);
    }

    private YamlMapping Mapping(MappingStart start)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var seen = new Dictionary<string, YamlScalar>(StringComparer.Ordinal);
        _parser.MoveNext();
        while (_parser.Current is not MappingEnd)
        {
            _open[^1].LastEntry = Span(_parser.Current!);
            var key = Node();
            _parser.MoveNext();
            var value = Node();
            _parser.MoveNext();
            if (key is not YamlScalar name)
                diagnostics.Report(DiagnosticTable.KeyNotScalar, key.Span, key.Kind);
            else if (seen.TryGetValue(name.Value, out var first))
                diagnostics.Report(DiagnosticTable.DuplicateKey, name.Span, [new DiagnosticLabel(first.Span, "it stands here first")], null, name.Value);
            else
            {
                seen.Add(name.Value, name);
                entries.Add(new YamlEntry(name, value));
            }
        }

        var end = entries.Count > 0 ? Math.Max(entries[^1].Value.Span.Span.End, entries[^1].Key.Span.Span.End) : Offset(_parser.Current!.End);
        return new YamlMapping(Between(Offset(start.Start), end), entries.ToImmutable());
    }

    private YamlSequence Sequence(SequenceStart start)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        _parser.MoveNext();
        while (_parser.Current is not SequenceEnd)
        {
            _open[^1].LastEntry = Span(_parser.Current!);
            items.Add(Node());
            _parser.MoveNext();
        }

        var end = items.Count > 0 ? items[^1].Span.Span.End : Offset(_parser.Current!.End);
        return new YamlSequence(Between(Offset(start.Start), end), items.ToImmutable());
    }

    private YamlNode Alias(AnchorAlias alias)
    {
        if (_anchors.TryGetValue(alias.Value.Value, out var node))
            return node;
        diagnostics.Report(DiagnosticTable.UnknownAnchor, Span(alias), alias.Value.Value);
        return new YamlScalar(Span(alias), alias.Value.Value, YamlScalarStyle.DoubleQuoted);
    }

    private SourceSpan Span(ParsingEvent parsed) => Between(Offset(parsed.Start), Offset(parsed.End));

    private SourceSpan Between(int start, int end) => new(source, TextSpan.FromBounds(start, Math.Max(start, end)));

    private int Offset(Mark mark) => (int)Math.Clamp(mark.Index + skipped, 0, source.Text.Length);
}
