using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Chart;

/// <summary>Which values get a column of their own, and where the rest goes.</summary>
internal sealed class ChartSeries
{
    private readonly ChartSplit _split;
    private readonly HashSet<string> _kept;

    public ChartSeries(ChartSplit split, IReadOnlyCollection<(string Series, double Score)> scores)
    {
        _split = split;
        var choice = split.Choice;
        var order = choice.Bottom ? 1 : -1;
        var chosen = scores.Where(one => !(one.Score <= choice.Above) && !(one.Score >= choice.Below))
            .OrderBy(one => order * one.Score).ThenBy(one => one.Series, StringComparer.Ordinal).Select(one => one.Series);
        _kept = (choice.Limit > 0 ? chosen.Take(choice.Limit) : chosen).ToHashSet(StringComparer.Ordinal);
        if (choice.Denied)
            _kept = scores.Select(one => one.Series).Where(series => !_kept.Contains(series)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The column of a value, or of rows without one; null: none.</summary>
    public string? NameOf(string? value) => value is null ? _split.Null : _kept.Contains(value) ? value : _split.Other;

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<string> Ordered(IEnumerable<string> series) =>
        [.. series.OrderBy(name => _kept.Contains(name) ? 0 : string.Equals(name, _split.Other, StringComparison.Ordinal) ? 1 : 2).ThenBy(name => name, StringComparer.Ordinal)];
}
