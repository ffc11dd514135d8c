using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.Rename;

/// <summary>Renames columns pair by pair. A name that is not there empties its target. Manual: rename, "Renaming a field that does not exist".</summary>
internal sealed class RenameStage : StageExecutor<RenameSpec>
{
    public override bool IsRowByRow(StageSpec spec) => true;

    protected override IEnumerable<Row> Run(RenameSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var pairs = spec.Pairs.Select(pair => (From: new NamePattern(pair.From), To: new NamePattern(pair.To))).ToArray();
        foreach (var row in rows)
        {
            foreach (var (from, to) in pairs)
                Rename(row, from, to);
            yield return row;
        }
    }

    private static void Rename(Row row, NamePattern from, NamePattern to)
    {
        if (!from.IsPattern)
        {
            if (row.Has(from.Source))
                row.Rename(from.Source, to.Source);
            else
                row.Remove(to.Source);
            return;
        }

        var matches = new List<(string Name, string Target)>();
        foreach (var (name, _) in row.Columns)
        {
            if (from.Capture(name) is { } captures)
                matches.Add((name, to.Fill(captures)));
        }

        foreach (var (name, target) in matches)
            row.Rename(name, target);
    }
}
