using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Spl.Aggregates;
using DetectionKit.Language.Spl.Expressions;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.StreamStats;

/// <summary><c>streamstats window=5 count dc(a) AS n BY b</c></summary>
/// <param name="Span">The command.</param>
/// <param name="Keyword">Its name.</param>
/// <param name="Clause">The aggregates and by-fields.</param>
/// <param name="Options">The options.</param>
internal sealed record StreamStatsSyntax(TextSpan Span, TextSpan Keyword, AggregateClause Clause, StreamStatsOptions Options) : CommandSyntax(Span, Keyword)
{
    /// <inheritdoc/>
    public override string Describe() => List(
        "streamstats",
        [
            Options.Window == 0 ? "" : $"window={Options.Window}",
            Options.TimeWindow is { } span ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"time_window={span.Width}s") : "",
            Options.Current ? "" : "current=f",
            Options.Global ? "" : "global=f",
            Options.ResetOnChange ? "reset_on_change" : "",
            Options.ResetBefore is { } before ? $"reset_before={before.Describe()}" : "",
            Options.ResetAfter is { } after ? $"reset_after={after.Describe()}" : "",
            .. Clause.Describe(),
        ]);
}

/// <summary>The options of a streamstats.</summary>
/// <param name="Window">How many rows; 0: all.</param>
/// <param name="TimeWindow">How far back, or null.</param>
/// <param name="Current">Whether the current row counts.</param>
/// <param name="Global">Whether the window counts rows of all groups.</param>
/// <param name="ResetOnChange">Whether all starts anew when by-fields change.</param>
/// <param name="ResetBefore">When all starts anew before a row.</param>
/// <param name="ResetAfter">When all starts anew behind a row.</param>
internal sealed record StreamStatsOptions(
    int Window = 0,
    BucketSpan? TimeWindow = null,
    bool Current = true,
    bool Global = true,
    bool ResetOnChange = false,
    ExpressionSyntax? ResetBefore = null,
    ExpressionSyntax? ResetAfter = null);
