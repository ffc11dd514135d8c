using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Times;

/// <summary>
/// A strftime format, read once (Splunk Search Reference, "Date and time format variables"). Immutable. Names of days and months are English.
/// A directive that is not known stands for its own text.
/// </summary>
public sealed class TimeFormat
{
    private readonly ImmutableArray<TimeFormatPart> _parts;

    private TimeFormat(string format)
    {
        Format = format;
        _parts = TimeFormatPart.Read(format);
    }

    /// <summary>The format as written.</summary>
    public string Format { get; }

    /// <summary>Reads a format; every text is one.</summary>
    /// <param name="format">The format.</param>
    public static TimeFormat Of(string format) => new(format);

    /// <summary>Writes a moment.</summary>
    /// <param name="time">The moment.</param>
    /// <param name="zone">The zone whose wall clock is written.</param>
    public string Write(Timestamp time, TimeZoneInfo zone) => TimeWriter.Write(_parts, time, zone);

    /// <summary>Reads a moment from the beginning of a text; what follows the format is passed over. Null where the text does not fit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="zone">The zone, where the text names none.</param>
    /// <param name="now">Gives the date, or the year, where the text has none.</param>
    public Timestamp? Read(string text, TimeZoneInfo zone, Timestamp now) => TimeReader.Read(_parts, text, zone, now);

    /// <inheritdoc/>
    public override string ToString() => Format;
}
