using System.Collections.Immutable;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Language.Plan;

namespace DetectionKit.Compiler.Emit;

/// <summary>Plans in, one assembly image out. Pure: no file, no clock; the same plans give the same bytes on any machine.</summary>
public static class DetectorCompiler
{
    /// <summary>The C# of each plan, one class each, in the order of the plans.</summary>
    /// <param name="plans">The detections of one image.</param>
    public static ImmutableArray<GeneratedSource> Write(IEnumerable<DetectionPlan> plans)
    {
        var names = Identifiers.ForClasses();
        return
        [
            .. plans.Select(plan =>
            {
                var className = names.Take(plan.Info.Name, "Detection");
                return new GeneratedSource(className, new DetectorWriter(plan, className).Write());
            }),
        ];
    }

    /// <summary>Compiles any number of plans in one compilation.</summary>
    /// <param name="plans">The detections of the image.</param>
    /// <param name="assemblyName">The assembly's name; part of the image's bytes.</param>
    /// <exception cref="EmitDefectException">The emitter has a defect.</exception>
    public static DetectorImage Compile(IEnumerable<DetectionPlan> plans, string assemblyName = "DetectionKit.Detections")
    {
        var sources = Write(plans);
        var (assembly, symbols) = RoslynCompilation.Run(assemblyName, sources);
        return new(assemblyName, assembly, symbols, [.. sources.Select(source => source.FullName)]);
    }
}
