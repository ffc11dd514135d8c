using DetectionKit.Abstractions.Detectors;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Language.Plan;

namespace DetectionKit.Compiler.Emit;

/// <summary>Writes the file of one detection.</summary>
/// <param name="plan">The detection.</param>
/// <param name="className">The class's name.</param>
internal sealed class DetectorWriter(DetectionPlan plan, string className)
{
    private static readonly string[] Namespaces =
    [
        "System.Collections.Immutable",
        "DetectionKit.Abstractions.Detectors",
        "DetectionKit.Abstractions.Functions",
        "DetectionKit.Abstractions.Operators",
        "DetectionKit.Abstractions.Rows",
        "DetectionKit.Abstractions.Stages",
        "DetectionKit.Abstractions.Times",
        "DetectionKit.Abstractions.Values",
    ];

    /// <summary>The whole file.</summary>
    public string Write()
    {
        var namespaces = new HashSet<string>(Namespaces, StringComparer.Ordinal);
        var detector = new PipelineWriter(plan.Text, className, namespaces).Write(
            "public sealed", "IDetector", plan.Source, plan.Stages, $"public DetectorInfo Info {{ get; }} = {InfoText(plan.Info)};");
        var writer = new SourceWriter(plan.Text);
        foreach (var name in namespaces.OrderBy(name => name.StartsWith("System", StringComparison.Ordinal) ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal))
            writer.Line($"using {name};");
        writer.Line();
        writer.Line("namespace DetectionKit.Detections;");
        writer.Line();
        writer.Line($"// {Literals.Comment(plan.Info.Name)}");
        writer.Append(detector);
        return writer.ToString();
    }

    private static string InfoText(DetectorInfo info) =>
        $"new({Literals.Of(info.Name)}, {Literals.Of(info.Id)}, {Literals.Of(info.Version)}, {Literals.Of(info.Type)}, {Literals.Of(info.AttackIds)})";
}
