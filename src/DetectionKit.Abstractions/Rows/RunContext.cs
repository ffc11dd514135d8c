using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Rows;

/// <summary>What expressions may know beside their row.</summary>
/// <param name="Now">What <c>now()</c> is: in a batch the time of the last event, live the watermark.</param>
/// <param name="Zone">The zone in which times are read and written; UTC unless asked.</param>
public sealed record RunContext(Timestamp Now, TimeZoneInfo Zone)
{
    private readonly Timestamp _now = Now;

    /// <summary>What <c>now()</c> is. Reading it is noted in <see cref="Watch"/>.</summary>
    public Timestamp Now
    {
        get
        {
            if (Watch is { } watch)
                watch.WasRead = true;
            return _now;
        }

        init => _now = value;
    }

    /// <summary>Set while events still come and now is not known: notes that an expression asked for it, so that its row waits. Else null.</summary>
    public NowWatch? Watch { get; init; }

    /// <summary>What the subsearches of the condition that is asked found, in the order in which they stand in it.</summary>
    public ImmutableArray<RowFilter> Filters { get; init; } = [];

    /// <summary>Where <c>random()</c> takes its numbers from: the same ones in every run, so that a rule's rows can be compared.</summary>
    public RandomNumbers Random { get; init; } = new();

    /// <summary>The row for which a <c>map</c> runs its search; null outside of one.</summary>
    public Row? Outer { get; init; }
}

/// <summary>Notes whether an expression asked for now before it was known.</summary>
public sealed class NowWatch
{
    /// <summary>Whether now was read since this was last set to false.</summary>
    public bool WasRead { get; set; }
}
