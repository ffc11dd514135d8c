namespace DetectionKit.Abstractions.Detectors;

/// <summary>Walks the subsearches of a detection.</summary>
public static class Pipelines
{
    /// <summary>The pipeline itself and all that stand inside its stages, outer ones first, in the order of the stages.</summary>
    /// <param name="pipeline">A detection, or a subsearch.</param>
    public static IEnumerable<IPipeline> All(IPipeline pipeline) => pipeline.Stages.SelectMany(stage => stage.Subsearches).SelectMany(All).Prepend(pipeline);
}
