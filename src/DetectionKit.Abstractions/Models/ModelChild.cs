namespace DetectionKit.Abstractions.Models;

/// <summary>A dataset below a model's root: the same events and fields, narrowed by one condition.</summary>
/// <param name="Path">Its name below the root, parents first: <c>Traffic_By_Action.Allowed_Traffic</c>.</param>
/// <param name="Field">The field that tells which events belong to it; null: all do.</param>
/// <param name="Value">The value that the field then has.</param>
public sealed record ModelChild(string Path, string? Field, string? Value);
