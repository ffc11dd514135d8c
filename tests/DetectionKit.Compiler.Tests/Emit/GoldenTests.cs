using System.Globalization;
using System.Runtime.CompilerServices;
using DetectionKit.Compiler.Emit;

namespace DetectionKit.Compiler.Tests.Emit;

/// <summary>The C# of whole searches, as reviewed: <c>Goldens/X.spl</c> gives <c>Goldens/X.verified.cs</c>.</summary>
public sealed class GoldenTests
{
    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder(), "*.spl").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public void The_code_is_as_reviewed(string name)
    {
        var plan = Searches.Plan(Read($"{name}.spl"), CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.Replace('_', ' ')), $"detections/{name}.yml");
        var source = DetectorCompiler.Write([plan])[0];
        var verified = Path.Combine(Folder(), $"{name}.verified.cs");
        var received = Path.Combine(Folder(), $"{name}.received.cs");
        if (!File.Exists(verified) || !string.Equals(File.ReadAllText(verified), source.Text, StringComparison.Ordinal))
            File.WriteAllText(received, source.Text);
        else
            File.Delete(received);
        Assert.That(source.Text, Is.EqualTo(File.Exists(verified) ? File.ReadAllText(verified) : ""));
    }

    [TestCaseSource(nameof(Names))]
    public void The_code_compiles_and_may_be_loaded(string name) =>
        Assert.That(Loaded.Detector(Searches.Plan(Read($"{name}.spl"))).Stages, Is.Not.Empty);

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder(), file)).ReplaceLineEndings("\n");

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "../Goldens");
}
