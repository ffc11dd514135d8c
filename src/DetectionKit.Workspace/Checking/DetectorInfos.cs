using DetectionKit.Abstractions.Detectors;
using DetectionKit.Language.Content;

namespace DetectionKit.Workspace.Checking;

/// <summary>What a detector says of itself, from the rule's metadata.</summary>
internal static class DetectorInfos
{
    public static DetectorInfo Of(DetectionSyntax syntax) => new(
        syntax.Name?.Value ?? "",
        syntax.Id?.Value.ToLowerInvariant() ?? "",
        syntax.Version?.Value ?? 0,
        syntax.Type?.Value ?? "",
        [.. syntax.Tags.AttackIds.Select(id => id.Value)]);
}
