using System.Globalization;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Times;

/// <summary>
/// What <c>earliest=</c> and <c>latest=</c> hold, read once: a modifier (<c>-24h@h</c>), epoch seconds, or a date in the form <c>10/19/2019:00:00:00</c> or
/// <c>2019-10-19T00:00:00</c> (Splunk Search Manual, "Specify time modifiers in your search"). Immutable.
/// </summary>
public sealed class TimeBound
{
    private const double LastSecond = 9e9;
    private static readonly TimeFormat[] Forms =
        [TimeFormat.Of("%m/%d/%Y:%H:%M:%S"), TimeFormat.Of("%Y-%m-%dT%H:%M:%S.%N%:z"), TimeFormat.Of("%Y-%m-%dT%H:%M:%S%:z"), TimeFormat.Of("%Y-%m-%dT%H:%M:%S.%N"), TimeFormat.Of("%Y-%m-%dT%H:%M:%S")];

    private readonly double? _seconds;
    private readonly TimeModifier _modifier;

    private TimeBound(string text)
    {
        Text = text;
        _seconds = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds) ? seconds : null;
        _modifier = TimeModifier.Of(text);
    }

    /// <summary>The bound as written.</summary>
    public string Text { get; }

    /// <summary>Whether the text can be read.</summary>
    public bool IsValid => _seconds is not null || _modifier.IsValid || Date(TimeZoneInfo.Utc, default) is not null;

    /// <summary>Whether it is <c>now</c> itself, which has seen the last event.</summary>
    public bool IsNow => _modifier is { IsValid: true, IsNow: true };

    /// <summary>Reads a bound.</summary>
    /// <param name="text">The text.</param>
    public static TimeBound Of(string text) => new(text.Trim());

    /// <summary>The moment; null where there is none, which bounds nothing.</summary>
    /// <param name="now">From where a modifier counts.</param>
    /// <param name="zone">The zone of days and of dates that name none.</param>
    public Timestamp? Apply(Timestamp now, TimeZoneInfo zone)
    {
        if (_seconds is { } seconds)
            return seconds < LastSecond ? Timestamp.FromSeconds(seconds) : null;
        return _modifier.IsValid ? _modifier.Apply(now, zone) : Date(zone, now);
    }

    private Timestamp? Date(TimeZoneInfo zone, Timestamp now) => Forms.Select(form => form.Read(Text, zone, now)).FirstOrDefault(moment => moment is not null);
}
