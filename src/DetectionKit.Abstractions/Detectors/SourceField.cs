namespace DetectionKit.Abstractions.Detectors;

/// <summary>A model field that stages read.</summary>
/// <param name="Field">The model's name for it, or <c>_time host source sourcetype</c>.</param>
/// <param name="Column">The column that the first stage sees: <c>All_Traffic.dest_port</c>.</param>
public readonly record struct SourceField(string Field, string Column);
