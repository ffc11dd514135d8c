using DetectionKit.Language.Diagnostics;
using DetectionKit.Workspace.Checking;
using DetectionKit.Workspace.Rendering;

namespace DetectionKit.Workspace.Tests.Samples;

/// <summary>
/// Each folder beside this file is a workspace with something wrong in it, named <c>Code-what</c>; <c>expected.txt</c> is what people see. To accept what
/// is rendered now, run with the environment variable <c>DK_ACCEPT=1</c> and review the difference.
/// </summary>
public sealed class SampleTests
{
    private static IEnumerable<string> Names => Directory.EnumerateDirectories(Repository.Samples).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void A_sample_is_reported_as_expected(string name)
    {
        var result = Check(name);
        using var writer = new StringWriter();
        new TextRenderer().Render(result, writer);
        var expectedPath = Path.Combine(Repository.Samples, name, "expected.txt");
        if (string.Equals(Environment.GetEnvironmentVariable("DK_ACCEPT"), "1", StringComparison.Ordinal))
            File.WriteAllText(expectedPath, writer.ToString());
        Assert.That(writer.ToString(), Is.EqualTo(File.ReadAllText(expectedPath)));
        Assert.That(result.Diagnostics.Select(found => found.Descriptor.Code), Does.Contain(name.Split('-')[0]));
    }

    [Test]
    public void Every_code_is_produced_by_a_sample()
    {
        // A defect of the emitter has no sample: ImageBuilderTests makes one. A sensor's configuration is no rule: dk check's own tests have one.
        var produced = Names.Select(name => name.Split('-')[0]).Append(DiagnosticTable.EmitDefect.Code).Append(DiagnosticTable.SensorConfiguration.Code).ToHashSet(StringComparer.Ordinal);
        Assert.That(DiagnosticTable.All.Select(descriptor => descriptor.Code).Where(code => !produced.Contains(code)), Is.Empty);
    }

    [Test]
    public void Codes_are_unique()
    {
        Assert.That(DiagnosticTable.All.Select(descriptor => descriptor.Code), Is.Unique);
    }

    private static CheckResult Check(string name)
    {
        var root = Path.Combine(Repository.Samples, name);
        var pathsFile = Path.Combine(root, "paths.txt");
        var paths = File.Exists(pathsFile) ? File.ReadAllLines(pathsFile) : ["."];
        return DetectionWorkspace.Open(new WorkspaceOptions(root) { ContentFolder = ".", UseCache = false, Earlier = Earlier(root) }).Check(paths);
    }

    // What files held before lies in `.earlier`, under the same names.
    private static Dictionary<string, string>? Earlier(string root)
    {
        var folder = Path.Combine(root, ".earlier");
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).ToDictionary(file => Path.Combine(root, Path.GetFileName(file)), File.ReadAllText, StringComparer.Ordinal)
            : null;
    }
}
