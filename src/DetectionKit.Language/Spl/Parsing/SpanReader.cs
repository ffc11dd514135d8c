using System.Globalization;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>Reads the widths of buckets: <c>10</c>, <c>5m</c>, <c>500ms</c>, <c>1mon</c>, <c>1w@w1</c>, <c>2log5</c>. Manual: bin, "Span options", "Time scale units".</summary>
internal static class SpanReader
{
    /// <summary>What a width looks like.</summary>
    public const string Examples = "a span such as `10`, `5m`, `1mon`, `2log10`";

    private const string TimeExamples = "a span such as `1h`, `30m`, `10s`, `1mon`";

    /// <summary>The option's value as a width; null and a report where it is none.</summary>
    /// <param name="reader">The parser's place.</param>
    /// <param name="option">The option.</param>
    /// <param name="timeOnly">Whether only time has such a width.</param>
    public static BucketSpan? Width(this SplReader reader, OptionSyntax option, bool timeOnly = false)
    {
        if (Read(option.Value.Text) is { } span && (span.Unit != BucketUnit.Log || !timeOnly))
            return span;
        reader.ReportValue(option, timeOnly ? TimeExamples : Examples);
        return null;
    }

    /// <summary>The width; null where it cannot be read.</summary>
    public static BucketSpan? Read(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var (length, snap) = at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);
        if (Logarithm(length) is { } logarithm)
            return logarithm;
        var digits = length.TakeWhile(unit => char.IsAsciiDigit(unit) || unit == '.').Count();
        var count = 1.0;
        if (digits > 0 && (!double.TryParse(length.AsSpan(0, digits), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out count) || !(count is > 0 and < 1e15)))
            return null;
        if (digits == length.Length)
            return digits > 0 && at < 0 ? new(count, BucketUnit.Number) : null;
        if (Unit(length[digits..]) is not var (width, unit) || (unit == BucketUnit.Month && Math.Truncate(count) != count) || count * width > 1e10)
            return null;
        return at < 0 || Unit(snap) is not null || Weekday(snap) is not null ? new(count * width, unit, Weekday: Weekday(snap)) : null;
    }

    // @d and @h change nothing where buckets are counted from a midnight; @w to @w7 say on which day weeks begin, 0 and 7 being Sunday.
    private static int? Weekday(string snap) => snap switch
    {
        "w" or "W" => 0,
        ['w' or 'W', >= '0' and <= '7'] => (snap[1] - '0') % 7,
        _ => null,
    };

    private static (double Width, BucketUnit Unit)? Unit(string name) => name.ToLowerInvariant() switch
    {
        "us" => (0.000_001, BucketUnit.Second),
        "ms" => (0.001, BucketUnit.Second),
        "cs" => (0.01, BucketUnit.Second),
        "ds" => (0.1, BucketUnit.Second),
        "s" or "sec" or "secs" or "second" or "seconds" => (1, BucketUnit.Second),
        "m" or "min" or "mins" or "minute" or "minutes" => (60, BucketUnit.Second),
        "h" or "hr" or "hrs" or "hour" or "hours" => (3600, BucketUnit.Second),
        "d" or "day" or "days" => (86_400, BucketUnit.Second),
        "w" or "week" or "weeks" => (604_800, BucketUnit.Second),
        "mon" or "month" or "months" => (1, BucketUnit.Month),
        "q" or "qtr" or "qtrs" or "quarter" or "quarters" => (3, BucketUnit.Month),
        "y" or "yr" or "yrs" or "year" or "years" => (12, BucketUnit.Month),
        _ => null,
    };

    // [coefficient]log[base]; the coefficient is at least 1 and less than the base.
    private static BucketSpan? Logarithm(string text)
    {
        var at = text.IndexOf("log", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return null;
        var (coefficient, scale) = (1.0, 10.0);
        if ((at > 0 && !double.TryParse(text.AsSpan(0, at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out coefficient))
            || (at + 3 < text.Length && !double.TryParse(text.AsSpan(at + 3), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out scale)))
            return null;
        return coefficient >= 1 && scale > coefficient ? new(coefficient, BucketUnit.Log, scale) : null;
    }
}
