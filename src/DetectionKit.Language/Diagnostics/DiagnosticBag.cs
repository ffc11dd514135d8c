using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Diagnostics;

/// <summary>Collects what the stages of one compilation find, in the order found. Not safe for several threads.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<(string Code, string Message, SourceSpan Span, SourceSpan? Use)> _seen = [];

    /// <inheritdoc/>
    public int Count => _diagnostics.Count;

    /// <summary>Whether an error is among them.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Adds a finding at a place in a file.</summary>
    /// <param name="descriptor">Its kind.</param>
    /// <param name="span">Where.</param>
    /// <param name="args">What the message's places are filled with.</param>
    public void Report(DiagnosticDescriptor descriptor, SourceSpan span, params ReadOnlySpan<object?> args) =>
        Add(new Diagnostic(descriptor, Format(descriptor, args), span, []));

    /// <summary>Adds a finding at a place in a file, with further places and a mend.</summary>
    /// <param name="descriptor">Its kind.</param>
    /// <param name="span">Where.</param>
    /// <param name="labels">Further places.</param>
    /// <param name="fix">What to write instead, where known.</param>
    /// <param name="args">What the message's places are filled with.</param>
    public void Report(
        DiagnosticDescriptor descriptor, SourceSpan span, ImmutableArray<DiagnosticLabel> labels, DiagnosticFix? fix, params ReadOnlySpan<object?> args) =>
        Add(new Diagnostic(descriptor, Format(descriptor, args), span, labels, fix));

    /// <summary>Adds a finding in a search; inside a macro, the uses become labels.</summary>
    /// <param name="descriptor">Its kind.</param>
    /// <param name="search">The expanded search.</param>
    /// <param name="span">Where in it.</param>
    /// <param name="args">What the message's places are filled with.</param>
    public void Report(DiagnosticDescriptor descriptor, SearchText search, TextSpan span, params ReadOnlySpan<object?> args) =>
        Report(descriptor, search.Locate(span), search.UsesAt(span.Start), null, args);

    /// <summary>Adds a finding in a search with the text that would mend it.</summary>
    /// <param name="descriptor">Its kind.</param>
    /// <param name="search">The expanded search.</param>
    /// <param name="span">Where in it.</param>
    /// <param name="replacement">What to write there instead; null: not known.</param>
    /// <param name="args">What the message's places are filled with.</param>
    public void ReportWithFix(
        DiagnosticDescriptor descriptor, SearchText search, TextSpan span, string? replacement, params ReadOnlySpan<object?> args)
    {
        var place = search.Locate(span);
        Report(descriptor, place, search.UsesAt(span.Start), replacement is null ? null : new DiagnosticFix(place, replacement), args);
    }

    /// <summary>Adds a finding; one that says the same of the same place is said once.</summary>
    /// <param name="diagnostic">The finding.</param>
    public void Add(Diagnostic diagnostic)
    {
        if (!_seen.Add((diagnostic.Descriptor.Code, diagnostic.Message, diagnostic.Span, diagnostic.Labels.IsEmpty ? null : diagnostic.Labels[0].Span)))
            return;
        HasErrors |= diagnostic.Severity == Severity.Error;
        _diagnostics.Add(diagnostic);
    }

    /// <summary>Adds all findings of another stage.</summary>
    /// <param name="diagnostics">The findings.</param>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
            Add(diagnostic);
    }

    /// <summary>The findings so far.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. _diagnostics];

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _diagnostics.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Format(DiagnosticDescriptor descriptor, ReadOnlySpan<object?> args) =>
        string.Format(CultureInfo.InvariantCulture, descriptor.Message, args);
}
