using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Regex;

/// <summary>Keeps the rows that match, or those that do not; a row without the column does not match. Manual: regex.</summary>
internal sealed class RegexStage : StageExecutor<RegexSpec>
{
    public override bool IsRowByRow(StageSpec spec) => true;

    protected override IEnumerable<Row> Run(RegexSpec spec, IEnumerable<Row> rows, StageContext context) =>
        rows.Where(row => Matches(spec, row[spec.Column]) != spec.Negate);

    private static bool Matches(RegexSpec spec, Value value)
    {
        foreach (var item in value.AsSpan())
        {
            if (spec.Expression.IsMatch(item.ToText()))
                return true;
        }

        return false;
    }
}
