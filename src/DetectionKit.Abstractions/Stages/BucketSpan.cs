namespace DetectionKit.Abstractions.Stages;

/// <summary>How wide buckets are.</summary>
/// <param name="Width">Of numbers the width, of times the seconds or months, of a logarithmic scale the coefficient of its first bound.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Base">The base of a logarithmic scale, else 0.</param>
/// <param name="Weekday">The day on which weeks begin, 0 for Sunday; null: buckets are counted from 1970.</param>
public sealed record BucketSpan(double Width, BucketUnit Unit, double Base = 0, int? Weekday = null)
{
    /// <summary>Whether buckets are stretches of time.</summary>
    public bool IsTime => Unit is BucketUnit.Second or BucketUnit.Month;
}

/// <summary>What a bucket's width counts.</summary>
public enum BucketUnit
{
    /// <summary>Plain numbers; of <c>_time</c>, seconds.</summary>
    Number,

    /// <summary>Seconds.</summary>
    Second,

    /// <summary>Months of the calendar.</summary>
    Month,

    /// <summary>Powers of a base.</summary>
    Log,
}
