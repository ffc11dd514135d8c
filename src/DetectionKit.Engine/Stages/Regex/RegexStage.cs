using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.Regex;

/// <summary>Keeps the rows that match, or those that do not; a row without the column does not match. Manual: regex.</summary>
internal sealed class RegexStage : StageExecutor<RegexSpec>
{
    public override bool IsRowByRow(StageSpec spec) => true;

    protected override IEnumerable<Row> Run(RegexSpec spec, IEnumerable<Row> rows, StageContext context) =>
        rows.Where(row => row[spec.Column].Items.Any(item => spec.Expression.IsMatch(item.ToText())) != spec.Negate);
}
