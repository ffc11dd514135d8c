using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Stages.Foreach;

namespace DetectionKit.Engine.Stages.ForeachPipeline;

/// <summary>Runs a pipeline once for each column. Manual: foreach.</summary>
internal sealed class ForeachPipelineStage : StageExecutor<ForeachPipelineSpec>
{
    protected override IEnumerable<Row> Run(ForeachPipelineSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var all = rows.ToList();
        foreach (var frame in TemplateFrame.All(spec.Patterns, all))
        {
            foreach (var row in all)
                Name(row, spec, frame);
            all = [.. context.RowsOf(spec.Subsearches[0], all, context)];
            foreach (var row in all)
                Unname(row, frame);
        }

        return all;
    }

    private static void Name(Row row, ForeachPipelineSpec spec, TemplateFrame frame)
    {
        foreach (var template in spec.Templates)
        {
            if (template[0] == '"')
                row[template] = Value.Of(frame.Fill(template[1..]));
            else
                row.Rename(frame.Fill(template), template);
        }
    }

    private static void Unname(Row row, TemplateFrame frame)
    {
        foreach (var name in row.Columns.Select(column => column.Key).Where(name => name.Contains("<<", StringComparison.Ordinal)).ToList())
        {
            if (name[0] == '"')
                row.Remove(name);
            else
                row.Rename(name, frame.Fill(name));
        }
    }
}
