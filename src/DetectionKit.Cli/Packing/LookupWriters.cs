using System.Collections.Immutable;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Cli.Packing;

/// <summary>Finds rules that write lookups: what they write lives as long as a run, and a sensor's run does not end.</summary>
internal static class LookupWriters
{
    /// <summary>The names of such rules, in the order of the check.</summary>
    /// <param name="check">A check without errors.</param>
    public static ImmutableArray<string> Of(CheckResult check) => [.. check.Runnable.Where(file => Write(file.Plan!.Stages)).Select(file => file.Plan!.Info.Name)];

    private static bool Write(ImmutableArray<PlanStage> stages) => stages.Any(stage => stage switch
    {
        SpecStage { Spec: OutputLookupSpec } => true,
        SpecStage outer => outer.Subsearches.Any(subsearch => Write(subsearch.Stages)),
        SubsearchStage outer => outer.Subsearches.Any(subsearch => Write(subsearch.Stages)),
        _ => false,
    });
}
