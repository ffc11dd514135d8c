using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Caching;

/// <summary>Turns diagnostics into what the cache keeps, and back: texts are those of the files, which have not changed since.</summary>
/// <param name="rule">The rule's file.</param>
/// <param name="content">The content files by their shown paths.</param>
internal sealed class DiagnosticCodec(TextFile rule, FrozenDictionary<string, TextFile> content)
{
    private static readonly FrozenDictionary<string, DiagnosticDescriptor> Descriptors =
        DiagnosticTable.All.ToFrozenDictionary(descriptor => descriptor.Code, StringComparer.Ordinal);

    public CachedDiagnostic Encode(Diagnostic diagnostic) => new(
        diagnostic.Descriptor.Code,
        diagnostic.Message,
        Encode(diagnostic.Span),
        [.. diagnostic.Labels.Select(label => (Encode(label.Span), label.Message))],
        diagnostic.Fix is { } fix ? Encode(fix.Span) : default,
        diagnostic.Fix?.Text);

    /// <summary>The diagnostic, or null where it does not fit the files.</summary>
    public Diagnostic? Decode(CachedDiagnostic cached)
    {
        if (!Descriptors.TryGetValue(cached.Code, out var descriptor) || Decode(cached.Place) is not { } span)
            return null;
        var labels = ImmutableArray.CreateBuilder<DiagnosticLabel>(cached.Labels.Length);
        foreach (var (place, message) in cached.Labels)
        {
            if (Decode(place) is not { } labelSpan)
                return null;
            labels.Add(new DiagnosticLabel(labelSpan, message));
        }

        var fix = cached.FixText is { } text && Decode(cached.FixPlace) is { } fixSpan ? new DiagnosticFix(fixSpan, text) : null;
        return new Diagnostic(descriptor, cached.Message, span, labels.MoveToImmutable(), fix);
    }

    private CachedPlace Encode(SourceSpan span) =>
        new(ReferenceEquals(span.Source, rule.Source) ? "" : span.Source.Path, span.Span.Start, span.Span.Length);

    private SourceSpan? Decode(CachedPlace place)
    {
        var file = place.File.Length == 0 ? rule : content.GetValueOrDefault(place.File);
        return file is not null && place.Start >= 0 && place.Length >= 0 && place.Start + place.Length <= file.Source.Text.Length
            ? new SourceSpan(file.Source, new TextSpan(place.Start, place.Length))
            : null;
    }
}
