using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates;

/// <summary>The aggregates of one group at work, side by side.</summary>
internal sealed class AccumulatorSet
{
    private readonly Accumulator[] _accumulators;

    public AccumulatorSet(ImmutableArray<AggregateFunction> functions, Budget budget) =>
        _accumulators = [.. functions.Select(function => AccumulatorCatalogue.Start(function, budget))];

    /// <summary>What a row gives each aggregate: absent values give nothing, several give each.</summary>
    public static Value[] Arguments(ImmutableArray<AggregateFunction> functions, Row row, RunContext run)
    {
        var arguments = new Value[functions.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = functions[i].Argument is { } argument ? argument(row, run) : Value.Of(1);
        return arguments;
    }

    /// <summary>Takes a row's values.</summary>
    public void Add(Value[] arguments, Row row)
    {
        for (var i = 0; i < _accumulators.Length; i++)
        {
            foreach (var item in arguments[i].AsSpan())
                _accumulators[i].Add(item, row);
        }
    }

    /// <summary>The results of all.</summary>
    public void Results(Value[] results)
    {
        for (var i = 0; i < _accumulators.Length; i++)
            results[i] = _accumulators[i].Result();
    }

    /// <summary>The result of one of them.</summary>
    public Value Result(int number) => _accumulators[number].Result();
}
