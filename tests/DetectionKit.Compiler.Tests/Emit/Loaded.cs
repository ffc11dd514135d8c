using System.Runtime.InteropServices;
using System.Runtime.Loader;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Compiler.Emit;
using DetectionKit.Language.Plan;

namespace DetectionKit.Compiler.Tests.Emit;

/// <summary>Compiles and loads, for tests.</summary>
internal static class Loaded
{
    public static IDetector Detector(DetectionPlan plan) => Detectors([plan])[0];

    public static IDetector[] Detectors(IReadOnlyList<DetectionPlan> plans)
    {
        var image = DetectorCompiler.Compile(plans);
        var context = new AssemblyLoadContext("test", isCollectible: true);
        using var assembly = new MemoryStream(ImmutableCollectionsMarshal.AsArray(image.Assembly)!);
        using var symbols = new MemoryStream(ImmutableCollectionsMarshal.AsArray(image.Symbols)!);
        var loaded = context.LoadFromStream(assembly, symbols);
        return [.. image.ClassNames.Select(name => (IDetector)Activator.CreateInstance(loaded.GetType(name, throwOnError: true)!)!)];
    }
}
