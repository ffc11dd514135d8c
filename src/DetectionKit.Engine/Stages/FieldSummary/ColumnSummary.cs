using System.Globalization;
using System.Text.Json;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages.FieldSummary;

/// <summary>What fieldsummary says of one column.</summary>
internal sealed class ColumnSummary(Budget budget)
{
    private static readonly string[] OfNumbers = ["max", "mean", "min", "stdev"];
    private readonly Accumulator[] _numbers = [.. OfNumbers.Select(name => AccumulatorCatalogue.Start(new AggregateFunction(name, null, name), budget))];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _count;
    private int _numeric;

    public void Add(Value value, Row row)
    {
        _count++;
        var text = value.ToText();
        if (_counts.ContainsKey(text) || budget.TakeValue())
            _counts[text] = _counts.GetValueOrDefault(text) + 1;
        if (!value.TryGetNumber(out _))
            return;
        _numeric++;
        foreach (var accumulator in _numbers)
            accumulator.Add(value, row);
    }

    public Row Row(string name, int most)
    {
        var row = new Row(10);
        row["field"] = Value.Of(name);
        row["count"] = Value.Of(_count);
        row["distinct_count"] = Value.Of(_counts.Count);
        row["is_exact"] = Value.Of(1);
        for (var i = 0; i < _numbers.Length; i++)
            row[OfNumbers[i]] = _numbers[i].Result();
        row["numeric_count"] = Value.Of(_numeric);
        var listed = _counts.OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal);
        row["values"] = Value.Of($"[{string.Join(",", (most > 0 ? listed.Take(most) : listed).Select(Written))}]");
        return row;
    }

    private static string Written(KeyValuePair<string, int> one) => string.Create(CultureInfo.InvariantCulture, $"{{\"value\":{JsonSerializer.Serialize(one.Key)},\"count\":{one.Value}}}");
}
