using System.Collections.Immutable;
using DetectionKit.Logs.Mapping;

namespace DetectionKit.Logs.WindowsEvents.Models;

/// <summary>The tables from Windows events into data models.</summary>
internal static class WindowsModels
{
    public static ImmutableArray<ModelMap> All { get; } = [.. EndpointMaps.All, .. NetworkMaps.All, .. AccountMaps.All];
}
