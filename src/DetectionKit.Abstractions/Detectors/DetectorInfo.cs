using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Detectors;

/// <summary>What a detection says of itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Id">Its UUID, lower case with hyphens.</param>
/// <param name="Version">Its version.</param>
/// <param name="Type">TTP, Anomaly, Hunting, Correlation, Baseline.</param>
/// <param name="AttackIds">ATT&amp;CK technique ids.</param>
public sealed record DetectorInfo(string Name, string Id, int Version, string Type, ImmutableArray<string> AttackIds);
