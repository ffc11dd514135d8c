using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Models;

/// <summary>A dataset below a model's root: the same events and fields, narrowed by its own condition and those of the datasets above it.</summary>
/// <param name="Path">Its name below the root, parents first: <c>Traffic_By_Action.Allowed_Traffic</c>.</param>
/// <param name="Field">The field that tells which events belong to it; null: all do.</param>
/// <param name="Values">The values of which that field has one.</param>
public sealed record ModelChild(string Path, string? Field = null, params ImmutableArray<string> Values);
