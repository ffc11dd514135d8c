using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>What a loaded detector may say of itself: everything is there, and the subsearches inside its stages come to an end. Whoever walks them later may rely on it.</summary>
internal static class PipelineRules
{
    /// <summary>Why the detector is refused, or null.</summary>
    /// <param name="detector">The detector. Its getters run, under the rules that its image passed: what they give now they give always.</param>
    public static string? Problem(IDetector detector)
    {
        var name = detector.GetType().Name;
        if (detector.Info is not { Name: not null, Id: not null, Type: not null, AttackIds.IsDefault: false })
            return $"{name} does not say what it is";
        var count = 0;
        return Problem(detector, 0, ref count) is { } problem ? $"{name} {problem}" : null;
    }

    private static string? Problem(IPipeline? pipeline, int depth, ref int count)
    {
        if (depth > PolicyLimits.SubsearchDepth || ++count > PolicyLimits.Subsearches)
            return "holds too many subsearches";
        if (pipeline?.Source is not { Keys.IsDefault: false } || pipeline.Stages is not { IsDefault: false } stages)
            return "does not say what it reads and does";
        foreach (var stage in stages)
        {
            if (stage is not { Subsearches.IsDefault: false })
                return "holds a stage that is none";
            foreach (var subsearch in stage.Subsearches)
            {
                if (Problem(subsearch, depth + 1, ref count) is { } problem)
                    return problem;
            }
        }

        return null;
    }
}
