using DetectionKit.Workspace.Rendering;

namespace DetectionKit.Workspace.Tests.Rendering;

public sealed class RendererTests
{
    private static IEnumerable<TestCaseData> Renderers()
    {
        yield return new TestCaseData(new TextRenderer(useColour: true), "expected.ansi.txt");
        yield return new TestCaseData(new JsonLinesRenderer(), "expected.jsonl");
        yield return new TestCaseData(new SarifRenderer(), "expected.sarif");
        yield return new TestCaseData(new GitHubRenderer(), "expected.github.txt");
    }

    [TestCaseSource(nameof(Renderers))]
    public void A_rule_with_an_error_in_a_macro_is_rendered_as_expected(IDiagnosticRenderer renderer, string file)
    {
        var root = Path.Combine(Repository.Samples, "DK1001-unknown-macro-in-macro");
        var result = DetectionWorkspace.Open(new WorkspaceOptions(root) { ContentFolder = ".", UseCache = false }).Check(["."]);
        using var writer = new StringWriter();
        renderer.Render(result, writer);
        var path = Path.Combine(Repository.Root, "tests", "DetectionKit.Workspace.Tests", "Rendering", file);
        if (string.Equals(Environment.GetEnvironmentVariable("DK_ACCEPT"), "1", StringComparison.Ordinal))
            File.WriteAllText(path, writer.ToString());
        Assert.That(writer.ToString(), Is.EqualTo(File.ReadAllText(path)));
    }
}
