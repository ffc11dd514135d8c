using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages.AddInfo;

/// <summary>Says what the search is. Manual: addinfo.</summary>
internal sealed class AddInfoStage : StageExecutor<AddInfoSpec>
{
    protected override IEnumerable<Row> Run(AddInfoSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var first = Bound(spec.Earliest, context) ?? Value.Of(0);
        var last = Bound(spec.Latest, context) ?? Value.Of("+Infinity");
        foreach (var row in rows)
        {
            row["info_min_time"] = first;
            row["info_max_time"] = last;
            row["info_search_time"] = Value.Of(context.Run.Now);
            row["info_sid"] = Value.Of("detectionkit");
            yield return row;
        }
    }

    private static Value? Bound(string? text, StageContext context) => TimeBounds.Bound(text, context.Run.Now, context.Run.Zone) is { } time ? Value.Of(time) : null;
}
