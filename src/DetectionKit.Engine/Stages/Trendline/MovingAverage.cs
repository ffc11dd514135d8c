using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Trendline;

/// <summary>The average of the last so many numbers.</summary>
internal sealed class MovingAverage(TrendKind kind, int period)
{
    private readonly Queue<double> _last = new();
    private double _exponential;

    /// <summary>Takes a number; the average with it, or null where there were too few.</summary>
    public double? Add(double number)
    {
        var weight = 2.0 / (period + 1);
        _exponential = _last.Count == 0 ? number : (weight * number) + ((1 - weight) * _exponential);
        _last.Enqueue(number);
        if (_last.Count > period)
            _last.Dequeue();
        if (_last.Count < period)
            return null;
        return kind switch
        {
            TrendKind.Simple => _last.Average(),
            TrendKind.Weighted => _last.Select((one, i) => one * (i + 1)).Sum() / (period * (period + 1L) / 2),
            TrendKind.Exponential => _exponential,
            _ => null,
        };
    }
}
