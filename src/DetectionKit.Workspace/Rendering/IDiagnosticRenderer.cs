using DetectionKit.Workspace.Checking;

namespace DetectionKit.Workspace.Rendering;

/// <summary>Writes what a check found. Line ends are LF; nothing depends on culture, time or machine.</summary>
public interface IDiagnosticRenderer
{
    /// <summary>Writes the result.</summary>
    /// <param name="result">What a check found.</param>
    /// <param name="writer">Takes the text.</param>
    void Render(CheckResult result, TextWriter writer);
}
