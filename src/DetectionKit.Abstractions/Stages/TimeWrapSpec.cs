namespace DetectionKit.Abstractions.Stages;

/// <summary><c>timewrap</c>: puts stretches of a time chart beside one another, as columns of their own.</summary>
/// <param name="Span">How long a stretch is.</param>
/// <param name="Unit">The unit in which it is told, as it stands in the columns' names: <c>day</c>, <c>week</c>.</param>
/// <param name="Count">How many of its units a stretch is.</param>
/// <param name="FromNow">Whether the last stretch ends now instead of behind the last row.</param>
/// <param name="Series">How columns are named.</param>
/// <param name="TimeFormat">The format of the stretch's begin in a column's name, where that is named exactly; or null.</param>
public sealed record TimeWrapSpec(BucketSpan Span, string Unit, int Count, bool FromNow, TimeWrapSeries Series, string? TimeFormat) : StageSpec;

/// <summary>How the columns of a wrapped chart are named.</summary>
public enum TimeWrapSeries
{
    /// <summary>By how long ago they are: <c>count_1day_before</c>.</summary>
    Relative,

    /// <summary>By when they begin: <c>count_2024-01-01</c>.</summary>
    Exact,

    /// <summary>By a number: <c>count_s0</c>, the last.</summary>
    Short,
}
