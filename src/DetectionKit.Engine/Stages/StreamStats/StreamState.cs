using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;

namespace DetectionKit.Engine.Stages.StreamStats;

/// <summary>What one streamstats holds: running aggregates, or a window of rows.</summary>
internal sealed class StreamState
{
    private readonly StreamStatsSpec _spec;
    private readonly StageContext _context;
    private readonly Dictionary<string, AccumulatorSet> _groups = new(StringComparer.Ordinal);
    private readonly StreamWindow? _window;
    private readonly Value[] _results;

    public StreamState(StreamStatsSpec spec, StageContext context)
    {
        (_spec, _context) = (spec, context);
        _results = new Value[spec.Functions.Length];
        _window = spec.Window > 0 || spec.TimeWindow > 0 ? new(spec, context.Budget) : null;
    }

    public void Reset()
    {
        _groups.Clear();
        _window?.Clear();
    }

    /// <summary>Gives the row its aggregates and takes it into account.</summary>
    public void Put(Row row, string key)
    {
        var arguments = AccumulatorSet.Arguments(_spec.Functions, row, _context.Run);
        if (_window is not null)
            _window.Put(row, key, arguments, _results);
        else
            Run(row, key, arguments);
        for (var i = 0; i < _results.Length; i++)
        {
            if (_results[i].IsNull)
                row.Remove(_spec.Functions[i].Column);
            else
                row[_spec.Functions[i].Column] = _results[i];
        }
    }

    private void Run(Row row, string key, Value[] arguments)
    {
        if (!_groups.TryGetValue(key, out var group))
        {
            group = new(_spec.Functions, _context.Budget);
            if (!_context.Budget.TakeGroup())
            {
                group.Results(_results);
                return;
            }

            _groups.Add(key, group);
        }

        if (_spec.Current)
            group.Add(arguments, row);
        group.Results(_results);
        if (!_spec.Current)
            group.Add(arguments, row);
    }
}
