using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.StreamStats;

/// <summary>A row in a window of streamstats: what aggregates take of it.</summary>
/// <param name="number">The how-manieth row it is.</param>
/// <param name="group">Its group.</param>
/// <param name="arguments">A value for each aggregate.</param>
/// <param name="row">Its time and origin, for aggregates that look at those.</param>
/// <param name="time">Its time, where it has one.</param>
internal sealed class WindowEntry(long number, WindowGroup group, Value[] arguments, Row row, double? time)
{
    public WindowGroup Group => group;

    public Value[] Arguments => arguments;

    public Row Row => row;

    public double? Time => time;

    /// <summary>Its place among all rows of the window.</summary>
    public LinkedListNode<WindowEntry>? Place { get; set; }

    /// <summary>Its place among the rows of its group.</summary>
    public LinkedListNode<WindowEntry>? PlaceInGroup { get; set; }

    /// <summary>By time, then as they came.</summary>
    public static IComparer<WindowEntry> ByTime { get; } = Comparer<WindowEntry>.Create((a, b) => Nullable.Compare(a.Time, b.Time) is not 0 and var order ? order : a.Number.CompareTo(b.Number));

    private long Number => number;
}
