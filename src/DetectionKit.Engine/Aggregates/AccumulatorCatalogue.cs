using System.Collections.Frozen;
using System.Text;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Aggregates.Sliding;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Aggregates;

/// <summary>Every accumulator of this assembly, by canonical name.</summary>
internal static class AccumulatorCatalogue
{
    /// <summary>How to start each, and whether order matters to it.</summary>
    public static FrozenDictionary<string, Entry> All { get; } = typeof(AccumulatorCatalogue).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(IAggregate)))
        .ToFrozenDictionary(NameOf, EntryOf, StringComparer.Ordinal);

    /// <summary>The entry of a function under any spelling that rules may use.</summary>
    public static Entry Find(AggregateFunction function) => All[AggregateCatalogue.Names.GetValueOrDefault(function.Name, function.Name)];

    /// <summary>What makes fresh accumulators of a function.</summary>
    public static Func<Budget, Accumulator> StarterOf(AggregateFunction function)
    {
        var start = Find(function).Start;
        return function.AllNumbers ? budget => new AllNumbers(start(function, budget)) : budget => start(function, budget);
    }

    /// <summary>A fresh accumulator of a function.</summary>
    public static Accumulator Start(AggregateFunction function, Budget budget) => StarterOf(function)(budget);

    /// <summary>A fresh accumulator that values can be taken back from; null: the function has none, and is made anew from all that a window holds.</summary>
    public static Accumulator? StartSliding(AggregateFunction function, Budget budget)
    {
        if (function.AllNumbers)
            return null;
        var entry = Find(function);
        return entry.StartSliding() ?? (entry.Start(function, budget) is IReversible and Accumulator plain ? plain : null);
    }

    private static string NameOf(Type type)
    {
        var name = new StringBuilder();
        foreach (var c in type.Name)
        {
            if (char.IsAsciiLetterUpper(c) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }

    private static Entry EntryOf(Type type) =>
        (Entry)typeof(AccumulatorCatalogue).GetMethod(nameof(Of), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, null)!;

    private static Entry Of<TAggregate>()
        where TAggregate : IAggregate => new(TAggregate.OrderMatters, TAggregate.Start, TAggregate.StartSliding);

    /// <param name="OrderMatters">Whether the order of rows changes the result.</param>
    /// <param name="Start">A fresh accumulator.</param>
    /// <param name="StartSliding">A fresh one for a window that moves on; null: the other serves.</param>
    internal sealed record Entry(bool OrderMatters, Func<AggregateFunction, Budget, Accumulator> Start, Func<Accumulator?> StartSliding);
}
