using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages;

/// <summary>Where rows come from that several rows made.</summary>
internal static class Origins
{
    /// <summary>The first's, with the time of the newest event of both.</summary>
    public static RowOrigin Merge(RowOrigin first, RowOrigin second) =>
        second.Newest is { } time && !(first.Newest >= time) ? first with { Newest = time } : first;

    /// <summary>The later of two times, where there is one.</summary>
    public static Timestamp? Newer(Timestamp? first, Timestamp? second) => second is { } time && !(first >= time) ? time : first;
}
