using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>reltime</c>: how long ago times were, in words.</summary>
/// <param name="Columns">The columns with times, and those that get the words.</param>
public sealed record RelTimeSpec(ImmutableArray<RelTimeColumn> Columns) : StageSpec;

/// <summary>A time and its words.</summary>
/// <param name="Time">The column with epoch seconds.</param>
/// <param name="Words">The column that says how long ago that is.</param>
public readonly record struct RelTimeColumn(string Time, string Words);
