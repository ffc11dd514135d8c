using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Structured;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.XPath;

/// <summary>Takes what an XPath finds; several nodes give several values. Manual: xpath.</summary>
internal sealed class XPathStage : StageExecutor<XPathSpec>
{
    protected override IEnumerable<Row> Run(XPathSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var path = new XPathText(spec.Path);
        foreach (var row in rows)
        {
            var found = Value.OfMany(row[spec.Input].Items.Select(item => path.Find(item.ToText())));
            if (!found.IsNull)
                row[spec.Output] = found;
            else if (spec.Default is { } otherwise)
                row[spec.Output] = Value.Of(otherwise);
            yield return row;
        }
    }
}
