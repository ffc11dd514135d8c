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

    private sealed class Pair
    {
        private readonly NamePattern _from;
        private readonly NamePattern _to;
        private readonly ColumnShape<Renaming> _shape;

        public Pair(NamePattern from, NamePattern to)
        {
            (_from, _to) = (from, to);
            _shape = new(Renamings);
        }

        public void Rename(Row row)
        {
            if (!_from.IsPattern)
            {
                if (row.Has(_from.Source))
                    row.Rename(_from.Source, _to.Source);
                else
                    row.Remove(_to.Source);
                return;
            }

            var renaming = _shape.Of(row);
            foreach (var (place, name, target) in renaming.Columns)
            {
                if (renaming.IsPlain)
                    row.NameAt(place, target);
                else
                    row.Rename(name, target);
            }
        }

        private Renaming Renamings(string[] names)
        {
            var columns = new List<(int Place, string Name, string Target)>();
            for (var i = 0; i < names.Length; i++)
            {
                if (_from.Capture(names[i]) is { } captures)
                    columns.Add((i, names[i], _to.Fill(captures)));
            }

            var targets = columns.ConvertAll(column => column.Target);
            return new([.. columns], names.Concat(targets).Distinct(StringComparer.Ordinal).Count() == names.Length + targets.Count);
        }

        /// <param name="Columns">The columns that get other names.</param>
        /// <param name="IsPlain">Whether no other column has one of those names.</param>
        private readonly record struct Renaming((int Place, string Name, string Target)[] Columns, bool IsPlain);
    }
}
