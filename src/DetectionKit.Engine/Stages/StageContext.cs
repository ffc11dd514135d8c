using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages;

/// <summary>What the stages of one detector share in one run.</summary>
/// <param name="Run">Now and zone, for expressions.</param>
/// <param name="Lookups">The tables.</param>
/// <param name="Budget">What may be held, and the count of what was not.</param>
internal sealed record StageContext(RunContext Run, LookupStore Lookups, Budget Budget)
{
    /// <summary>The rows of a pipeline that stands inside a stage; it may work on rows that the stage gives.</summary>
    public Func<IPipeline, IEnumerable<Row>, StageContext, IEnumerable<Row>> RowsOf { get; init; } = (_, _, _) => [];

    /// <summary>The rows of one of a stage's subsearches. What its limit leaves out is counted.</summary>
    /// <param name="spec">The stage.</param>
    /// <param name="number">Which of them.</param>
    /// <param name="limit">How many rows are taken; 0: all.</param>
    public IEnumerable<Row> SubsearchRows(StageSpec spec, int number, int limit)
    {
        var taken = 0;
        foreach (var row in RowsOf(spec.Subsearches[number], [], this))
        {
            if (limit == 0 || taken < limit)
            {
                taken++;
                yield return row;
            }
            else
            {
                Budget.CountCut(limit);
            }
        }
    }
}
