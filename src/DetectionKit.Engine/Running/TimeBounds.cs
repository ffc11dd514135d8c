using System.Globalization;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Running;

/// <summary>The part of time that a search reads: from a start, inclusive, to an end, exclusive. The last event itself is inside <c>latest=now</c>.</summary>
internal readonly record struct TimeBounds(Timestamp? Earliest, Timestamp? Latest)
{
    public static TimeBounds Of(SourceSpec source, Timestamp now, TimeZoneInfo zone)
    {
        var latest = Bound(source.Latest, now, zone);
        return new(Bound(source.Earliest, now, zone), latest >= now ? null : latest);
    }

    public bool Contain(Timestamp time) =>
        (Earliest is not { } earliest || time >= earliest) && (Latest is not { } latest || time < latest);

    /// <summary>A time as a search writes it: a number is epoch seconds (Search Manual, "Specify time modifiers in your search"); what cannot be read bounds nothing.</summary>
    public static Timestamp? Bound(string? text, Timestamp now, TimeZoneInfo zone)
    {
        if (text is null)
            return null;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
            return seconds < 9e9 ? Timestamp.FromSeconds(seconds) : null;
        return TimeModifier.Of(text).Apply(now, zone);
    }
}
