using DetectionKit.Abstractions.Detectors;
using DetectionKit.Compiler.Emit;
using DetectionKit.Engine.Hosting;
using DetectionKit.Language.Plan;

namespace DetectionKit.Compiler.Tests.Emit;

/// <summary>Compiles and loads, for tests.</summary>
internal static class Loaded
{
    public static IDetector Detector(DetectionPlan plan) => Detectors([plan])[0];

    /// <summary>The detectors in the order of the plans.</summary>
    public static IDetector[] Detectors(IReadOnlyList<DetectionPlan> plans)
    {
        var image = DetectorCompiler.Compile(plans);
        var result = DetectorHost.Load(image.Assembly.AsMemory(), image.Symbols.AsMemory());
        Assert.That(result.Problems, Is.Empty);
        return [.. image.ClassNames.Select(name => result.Host!.Detectors.Single(detector => string.Equals(detector.GetType().FullName, name, StringComparison.Ordinal)))];
    }
}
