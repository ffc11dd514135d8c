using DetectionKit.Abstractions.Times;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Spl.Aggregates;

/// <summary>What by-clauses have in common.</summary>
internal static class ByClause
{
    /// <summary>Reads <c>1h</c>, <c>30m</c>, <c>1mon</c>; null and a report where it is no span.</summary>
    public static string? ReadSpan(SplReader reader, OptionSyntax option)
    {
        if (TimeBucket.Of(option.Value.Text).IsValid)
            return option.Value.Text;
        reader.Report(DiagnosticTable.BadOptionValue, option.Value.Span, option.Name.Text, option.Value.Text, "a span such as `1h`, `30m`, `10s`, `1mon`");
        return null;
    }
}
