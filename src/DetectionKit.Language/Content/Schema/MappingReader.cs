using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Content.Schema;

/// <summary>
/// Reads a mapping key by key. A key that was asked for is a known key: what is left when <see cref="Close"/> is called is unknown, and the known ones are
/// what is suggested instead.
/// </summary>
internal sealed class MappingReader(YamlMapping mapping, string what, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _older = new(StringComparer.Ordinal);

    /// <summary>A reader of a file that must hold one mapping; null and a report where it does not.</summary>
    /// <param name="document">The file's document.</param>
    /// <param name="what">What the mapping is, for reports.</param>
    /// <param name="diagnostics">Takes what is wrong; what is no YAML was reported before.</param>
    public static MappingReader? Of(YamlDocument document, string what, DiagnosticBag diagnostics)
    {
        if (document.Root is YamlMapping root)
            return new MappingReader(root, what, diagnostics);
        if (document.Root is not null || diagnostics.Count == 0)
            diagnostics.Report(DiagnosticTable.NotAMapping, document.Root?.Span ?? new SourceSpan(document.Source, new TextSpan(0, 0)), what);
        return null;
    }

    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The place that stands for the whole mapping: its first key.</summary>
    public SourceSpan Place => mapping.Entries.IsEmpty ? mapping.Span : mapping.Entries[0].Key.Span;

    public bool Has(string key) => mapping.Find(key) is not null;

    /// <summary>The value of a key, which does not count as asked for.</summary>
    public YamlNode? Find(string key) => mapping.Find(key)?.Value;

    /// <summary>The value of a key that is there and is not null.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        return mapping.Find(key)?.Value is { } value and not YamlScalar { IsNull: true } ? value : null;
    }

    /// <summary>Keys of an older generation of the schema: known, of no effect, worth a warning.</summary>
    public void Older(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            _older.Add(key);
    }

    /// <summary>Keys that are known and of no effect here.</summary>
    public void Ignored(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            _known.Add(key);
    }

    public YamlScalar? Text(string key)
    {
        if (Node(key) is not { } node)
            return null;
        if (node is YamlScalar scalar)
            return scalar;
        diagnostics.Report(DiagnosticTable.WrongNodeKind, node.Span, key, "a text", node.Kind);
        return null;
    }

    public YamlScalar? RequiredText(string key)
    {
        var scalar = Text(key);
        if (Node(key) is null)
            Missing(key);
        return scalar;
    }

    public Located<string>? LocatedText(string key, bool isRequired = false) =>
        (isRequired ? RequiredText(key) : Text(key)) is { } scalar ? new Located<string>(scalar.Value, scalar.Span) : null;

    public Located<int>? Integer(string key, int least, int most, bool isRequired = false)
    {
        if ((isRequired ? RequiredText(key) : Text(key)) is not { } scalar)
            return null;

        // 25.0 stands for 25 in files of the older generation.
        if (decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number >= least && number <= most)
        {
            return new Located<int>((int)number, scalar.Span);
        }

        diagnostics.Report(DiagnosticTable.NotInRange, scalar.Span, key, least, most);
        return null;
    }

    /// <summary>A list of texts; a single text stands for a list of one.</summary>
    public ImmutableArray<Located<string>> Texts(string key, bool isRequired = false)
    {
        switch (Node(key))
        {
            case null:
                if (isRequired)
                    Missing(key);
                return [];
            case YamlScalar scalar:
                return [new Located<string>(scalar.Value, scalar.Span)];
            case YamlSequence sequence:
                var texts = ImmutableArray.CreateBuilder<Located<string>>(sequence.Items.Length);
                foreach (var item in sequence.Items)
                {
                    if (item is YamlScalar text)
                        texts.Add(new Located<string>(text.Value, text.Span));
                    else
                        diagnostics.Report(DiagnosticTable.WrongNodeKind, item.Span, key, "a list of texts", item.Kind);
                }

                return texts.ToImmutable();
            case YamlNode node:
                diagnostics.Report(DiagnosticTable.WrongNodeKind, node.Span, key, "a list", node.Kind);
                return [];
        }
    }

    public MappingReader? Mapping(string key, bool isRequired = false)
    {
        switch (Node(key))
        {
            case null:
                if (isRequired)
                    Missing(key);
                return null;
            case YamlMapping child:
                return new MappingReader(child, key, diagnostics);
            case YamlNode node:
                diagnostics.Report(DiagnosticTable.WrongNodeKind, node.Span, key, "a mapping", node.Kind);
                return null;
        }
    }

    /// <summary>A list of mappings.</summary>
    public IEnumerable<MappingReader> Mappings(string key)
    {
        var node = Node(key);
        if (node is not null and not YamlSequence)
            diagnostics.Report(DiagnosticTable.WrongNodeKind, node.Span, key, "a list", node.Kind);
        foreach (var item in (node as YamlSequence)?.Items ?? [])
        {
            if (item is YamlMapping child)
                yield return new MappingReader(child, key, diagnostics);
            else
                diagnostics.Report(DiagnosticTable.WrongNodeKind, item.Span, key, "a list of mappings", item.Kind);
        }
    }

    public void Missing(string key)
    {
        var typo = mapping.Entries.FirstOrDefault(entry => !_known.Contains(entry.Key.Value) && Suggestion.For(entry.Key.Value, [key]) is not null);
        if (typo is null)
            diagnostics.Report(DiagnosticTable.MissingKey, Place, what, key);
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var entry in mapping.Entries)
        {
            var key = entry.Key;
            if (_known.Contains(key.Value))
                continue;
            if (_older.Contains(key.Value))
            {
                diagnostics.Report(DiagnosticTable.OlderKey, key.Span, what, key.Value);
                continue;
            }

            var suggestion = Suggestion.For(key.Value, _known.Where(known => mapping.Find(known) is null).Order(StringComparer.Ordinal));
            var fix = suggestion is null ? null : new DiagnosticFix(key.Span, suggestion);
            diagnostics.Report(DiagnosticTable.UnknownKey, key.Span, [], fix, what, key.Value, Suggestion.Tail(suggestion));
        }
    }
}
