using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>multikv</c>: a table in <c>_raw</c> becomes a row a line.</summary>
/// <param name="Fields">The columns that are taken; empty: all.</param>
/// <param name="Filter">A line is taken where it holds one of these; empty: every line.</param>
/// <param name="HeaderLine">The line that names the columns, counted from 1; 0: the first with two words or more; -1: none, columns are numbered.</param>
/// <param name="CopyColumns">Whether the event's columns are in each row too.</param>
/// <param name="RemoveOriginal">Whether the event itself goes.</param>
public sealed record MultiKvSpec(ImmutableArray<string> Fields, ImmutableArray<string> Filter, int HeaderLine, bool CopyColumns, bool RemoveOriginal) : StageSpec;
