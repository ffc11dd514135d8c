using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary><c>convert</c>: conversions from left to right; a value that cannot be converted becomes absent, except under <c>ctime</c>, <c>none</c> and <c>auto</c>.</summary>
/// <param name="TimeFormat">strftime format of ctime and mktime.</param>
/// <param name="Conversions">The conversions in order.</param>
public sealed record ConvertSpec(string TimeFormat, ImmutableArray<Conversion> Conversions) : StageSpec;

/// <summary>One conversion.</summary>
/// <param name="Function">auto, ctime, dur2sec, memk, mktime, mstime, none, num, rmcomma, rmunit.</param>
/// <param name="Pattern">The columns; may hold <c>*</c>.</param>
/// <param name="As">The column that gets the result; null: the same.</param>
public sealed record Conversion(string Function, string Pattern, string? As);
