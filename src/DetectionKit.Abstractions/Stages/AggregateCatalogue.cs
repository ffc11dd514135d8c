using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Stages;

/// <summary>The aggregate functions that there are, under the names that rules write. Engine has one accumulator for each canonical name.</summary>
public static class AggregateCatalogue
{
    /// <summary>Canonical name by every spelling; percentiles are written with their number and found as <c>perc</c>, <c>exactperc</c>, <c>upperperc</c>.</summary>
    public static ImmutableSortedDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["avg"] = "avg",
        ["mean"] = "avg",
        ["c"] = "count",
        ["count"] = "count",
        ["dc"] = "dc",
        ["distinct_count"] = "dc",
        ["earliest"] = "earliest",
        ["earliest_time"] = "earliest_time",
        ["estdc"] = "dc",
        ["estdc_error"] = "estdc_error",
        ["exactperc"] = "exactperc",
        ["first"] = "first",
        ["last"] = "last",
        ["latest"] = "latest",
        ["latest_time"] = "latest_time",
        ["list"] = "list",
        ["max"] = "max",
        ["median"] = "median",
        ["min"] = "min",
        ["mode"] = "mode",
        ["p"] = "perc",
        ["per_day"] = "per_day",
        ["per_hour"] = "per_hour",
        ["per_minute"] = "per_minute",
        ["per_second"] = "per_second",
        ["perc"] = "perc",
        ["range"] = "range",
        ["rate"] = "rate",
        ["sparkline"] = "sparkline",
        ["stdev"] = "stdev",
        ["stdevp"] = "stdevp",
        ["sum"] = "sum",
        ["sumsq"] = "sumsq",
        ["upperperc"] = "upperperc",
        ["values"] = "values",
        ["var"] = "var",
        ["varp"] = "varp",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Of the canonical names those whose result hangs on when a row is.</summary>
    public static ImmutableSortedSet<string> Timed { get; } =
        ImmutableSortedSet.Create(StringComparer.Ordinal, "earliest", "earliest_time", "latest", "latest_time", "rate", "sparkline");

    /// <summary>Of the canonical names those that <c>allnum</c> is about.</summary>
    public static ImmutableSortedSet<string> OfNumbers { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal, "avg", "exactperc", "max", "median", "min", "perc", "range", "stdev", "stdevp", "sum", "sumsq", "upperperc", "var", "varp");

    /// <summary>The spelling without the number of a percentile: <c>perc95</c> is <c>perc</c>.</summary>
    /// <param name="spelling">What a rule writes, in lower case.</param>
    public static string StemOf(string spelling) => spelling.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.');
}
