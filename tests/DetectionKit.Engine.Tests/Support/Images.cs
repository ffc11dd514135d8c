using DetectionKit.Abstractions.Detectors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DetectionKit.Engine.Tests.Support;

/// <summary>Compiles small images to load.</summary>
internal static class Images
{
    /// <summary>A detector that takes every flow.</summary>
    public const string Detector = """
        using System.Collections.Immutable;
        using DetectionKit.Abstractions.Detectors;
        using DetectionKit.Abstractions.Models.NetworkTraffic;
        using DetectionKit.Abstractions.Stages;

        public sealed class Everything : IDetector<NetworkTraffic>
        {
            public DetectorInfo Info { get; } = new("Everything", "00000000-0000-4000-8000-000000000002", 1, "TTP", []);
            public SourceSpec Source { get; } = new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [], FeedPoint.FlowEnd);
            public ImmutableArray<StageSpec> Stages { get; } = [new AggregateSpec([], [new("count", null, "count")], null, null)];
            public bool Match(in NetworkTraffic e) => true;
        }
        """;

    public static byte[] Compile(string source, string name = "Detections")
    {
        string[] framework = ["System.Runtime.dll", "System.Collections.Immutable.dll", "System.Runtime.InteropServices.dll", "System.Console.dll", "System.Threading.Thread.dll"];
        var directory = ReferenceDirectory();
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            [.. framework.Select(name => Path.Combine(directory, name)).Append(typeof(IDetector).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))],
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: source.Contains("unsafe", StringComparison.Ordinal)));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return image.ToArray();
    }

    // The SDK's reference assemblies: against the runtime's own, an image would name System.Private.CoreLib.
    private static string ReferenceDirectory()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../packs/Microsoft.NETCore.App.Ref"));
        var pack = Directory.Exists(root) ? Directory.GetDirectories(root, "10.*").Order(StringComparer.Ordinal).LastOrDefault() : null;
        if (pack is null)
            Assert.Ignore("skipped: the SDK's reference assemblies are not here");
        return Path.Combine(pack!, "ref/net10.0");
    }
}
