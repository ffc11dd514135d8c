using DetectionKit.Language.Diagnostics;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Workspace.Rendering;

/// <summary>Workflow commands of GitHub Actions, which become annotations of a pull request's lines.</summary>
public sealed class GitHubRenderer : IDiagnosticRenderer
{
    /// <inheritdoc/>
    public void Render(CheckResult result, TextWriter writer)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            var (start, end) = (diagnostic.Span.Start, diagnostic.Span.End);
            var command = diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", Severity.Note => "notice", _ => "notice" };

            // GitHub takes columns only within one line.
            var columns = start.Line == end.Line ? $",col={start.Column},endColumn={Math.Max(start.Column, end.Column)}" : "";
            var title = $"{diagnostic.Descriptor.Code}: {diagnostic.Descriptor.Title}";
            writer.Write($"::{command} file={WorkflowCommand.Property(diagnostic.Span.Source.Path)},line={start.Line},endLine={end.Line}{columns},title={WorkflowCommand.Property(title)}::{WorkflowCommand.Data(diagnostic.Message)}\n");
        }
    }
}
