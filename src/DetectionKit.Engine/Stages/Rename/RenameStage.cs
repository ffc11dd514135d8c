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
        var pairs = spec.Pairs.Select(pair => new Pair(new(pair.From), new(pair.To))).ToArray();
        foreach (var row in rows)
        {
            foreach (var pair in pairs)
                pair.Rename(row);
            yield return row;
        }
    }

    // Rows have much the same columns: what a pattern makes of a name is found once.
    private sealed class Pair(NamePattern from, NamePattern to)
    {
        private const int MostNames = 10_000;
        private readonly Dictionary<string, string?> _targets = new(StringComparer.Ordinal);
        private readonly List<(string Name, string Target)> _matches = [];

        public void Rename(Row row)
        {
            if (!from.IsPattern)
            {
                if (row.Has(from.Source))
                    row.Rename(from.Source, to.Source);
                else
                    row.Remove(to.Source);
                return;
            }

            _matches.Clear();
            foreach (var (name, _) in row.Columns)
            {
                if (TargetOf(name) is { } target)
                    _matches.Add((name, target));
            }

            foreach (var (name, target) in _matches)
                row.Rename(name, target);
        }

        private string? TargetOf(string name)
        {
            if (_targets.TryGetValue(name, out var known))
                return known;
            if (_targets.Count == MostNames)
                _targets.Clear();
            return _targets[name] = from.Capture(name) is { } captures ? to.Fill(captures) : null;
        }
    }
}
