using System.Collections.Immutable;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Diagnostics;

/// <summary>One finding in a rule's text. Immutable.</summary>
/// <param name="Descriptor">Its kind.</param>
/// <param name="Message">What is wrong here.</param>
/// <param name="Span">Where; in an expanded macro, in the macro's file.</param>
/// <param name="Labels">Further places: the use of the macro, the first definition.</param>
/// <param name="Fix">What to write instead, where known.</param>
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor, string Message, SourceSpan Span, ImmutableArray<DiagnosticLabel> Labels, DiagnosticFix? Fix = null)
{
    /// <summary>How much it weighs.</summary>
    public Severity Severity => Descriptor.Severity;
}

/// <summary>A further place that explains a diagnostic.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">What is there.</param>
public sealed record DiagnosticLabel(SourceSpan Span, string Message);

/// <summary>A replacement that would mend it.</summary>
/// <param name="Span">What is replaced.</param>
/// <param name="Text">The new text.</param>
public sealed record DiagnosticFix(SourceSpan Span, string Text);
