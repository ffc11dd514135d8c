using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages;

/// <summary>Every stage executor of this assembly, by the spec that it runs.</summary>
internal static class StageCatalogue
{
    /// <summary>The executors by spec.</summary>
    public static FrozenDictionary<Type, StageExecutor> All { get; } = typeof(StageCatalogue).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(StageExecutor)))
        .Select(type => (StageExecutor)Activator.CreateInstance(type)!)
        .ToFrozenDictionary(executor => executor.SpecType);

    /// <summary>Sends rows through stages in order.</summary>
    public static IEnumerable<Row> Run(ImmutableArray<StageSpec> stages, IEnumerable<Row> rows, StageContext context) =>
        stages.Aggregate(rows, (current, stage) => All[stage.GetType()].Run(stage, current, context));

    /// <summary>Whether what becomes of a row in this stage depends on that row alone.</summary>
    public static bool IsRowByRow(StageSpec stage) => stage.Subsearches.IsEmpty && All[stage.GetType()].IsRowByRow(stage);
}
