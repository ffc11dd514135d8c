using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Stages.Aggregate;

namespace DetectionKit.Engine.Stages;

/// <summary>Every stage executor of this assembly, by the spec that it runs.</summary>
internal static class StageCatalogue
{
    /// <summary>The executors by spec.</summary>
    public static FrozenDictionary<Type, StageExecutor> All { get; } = typeof(StageCatalogue).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(StageExecutor)))
        .Select(type => (StageExecutor)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(executor => executor.SpecType);

    /// <summary>Sends rows through stages in order. Those of a grouping are sorted as late as can be: when most are dropped, and not at all where no stage can tell.</summary>
    /// <param name="stages">The stages.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="context">The run.</param>
    /// <param name="grouped">Whether the rows are those of a grouping, still without order.</param>
    public static IEnumerable<Row> Run(ImmutableArray<StageSpec> stages, IEnumerable<Row> rows, StageContext context, bool grouped = false)
    {
        foreach (var stage in stages)
        {
            if (grouped && !IsRowByRow(stage) && !IsUnordered(stage))
            {
                rows = GroupOrder.Sort(rows);
                grouped = false;
            }

            rows = All[stage.GetType()].Run(stage, rows, context);
            grouped |= stage is AggregateSpec;
        }

        return grouped ? GroupOrder.Sort(rows) : rows;
    }

    /// <summary>Whether the stage is a grouping that gives the same for rows in any order.</summary>
    public static bool IsUnordered(StageSpec stage) => stage is AggregateSpec aggregate && !Grouping.OrderMatters(aggregate);

    /// <summary>Whether what becomes of a row in this stage depends on that row alone.</summary>
    public static bool IsRowByRow(StageSpec stage) => stage.Subsearches.IsEmpty && All[stage.GetType()].IsRowByRow(stage);
}
