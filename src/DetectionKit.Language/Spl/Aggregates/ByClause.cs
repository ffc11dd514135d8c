using System.Globalization;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Spl.Aggregates;

/// <summary>What by-clauses have in common.</summary>
internal static class ByClause
{
    /// <summary>Reads <c>1h</c>, <c>30m</c>, <c>10s</c> as nanoseconds; null and a report where it is none, or of a calendar's unit.</summary>
    public static long? ReadSpan(SplReader reader, OptionSyntax option)
    {
        var text = option.Value.Text;
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        var unit = text[digits..].ToLowerInvariant();
        var seconds = unit switch
        {
            "" or "s" or "sec" or "secs" or "second" or "seconds" => 1L,
            "m" or "min" or "mins" or "minute" or "minutes" => 60,
            "h" or "hr" or "hrs" or "hour" or "hours" => 3600,
            "d" or "day" or "days" => 86_400,
            "w" or "week" or "weeks" => 604_800,
            _ => 0,
        };
        if (unit is "mon" or "month" or "months" or "q" or "qtr" or "quarter" or "y" or "yr" or "year" or "years")
        {
            reader.Report(DiagnosticTable.UnsupportedOption, option.Value.Span, "a span of months or years");
            return null;
        }

        if (seconds > 0 && digits is > 0 and < 9 && long.Parse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture) is > 0 and var count
            && count < long.MaxValue / Timestamp.NanosecondsPerSecond / seconds)
            return count * seconds * Timestamp.NanosecondsPerSecond;
        reader.Report(DiagnosticTable.BadOptionValue, option.Value.Span, option.Name.Text, text, "a span such as `1h`, `30m`, `10s`");
        return null;
    }
}
