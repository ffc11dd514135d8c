using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>The part of time that a search reads: from a start, inclusive, to an end, exclusive. The last event itself is inside <c>latest=now</c>.</summary>
internal readonly record struct TimeBounds(Timestamp? Earliest, Timestamp? Latest)
{
    public static TimeBounds Of(SourceSpec source, Timestamp now, TimeZoneInfo zone)
    {
        var latest = source.Latest is { } text ? TimeBound.Of(text) : null;
        return new(
            Bound(source.Earliest, now, zone),
            latest is { IsNow: false } ? latest.Apply(now, zone) : null);
    }

    public bool Contain(Timestamp time) =>
        (Earliest is not { } earliest || time >= earliest) && (Latest is not { } latest || time < latest);

    /// <summary>A time as a search writes it; what cannot be read bounds nothing.</summary>
    public static Timestamp? Bound(string? text, Timestamp now, TimeZoneInfo zone) => text is null ? null : TimeBound.Of(text).Apply(now, zone);
}
