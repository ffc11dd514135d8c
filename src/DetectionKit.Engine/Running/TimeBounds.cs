using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Time;

namespace DetectionKit.Engine.Running;

/// <summary>The part of time that a search reads: from a start, inclusive, to an end, exclusive. The last event itself is inside <c>latest=now</c>.</summary>
internal readonly record struct TimeBounds(Timestamp? Earliest, Timestamp? Latest)
{
    public static TimeBounds Of(SourceSpec source, Timestamp now, TimeZoneInfo zone) =>
        new(source.Earliest is { } earliest ? RelativeTime.Apply(earliest, now, zone) : null,
            source.Latest is { } latest && !IsNow(latest) ? RelativeTime.Apply(latest, now, zone) : null);

    public bool Contain(Timestamp time) =>
        (Earliest is not { } earliest || time >= earliest) && (Latest is not { } latest || time < latest);

    private static bool IsNow(string text) => text.Trim() is "now" or "now()" or "-0s";
}
