using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;

namespace DetectionKit.Engine.Stages.OutputLookup;

/// <summary>Writes a table at once, so that a later stage reads what was written. Manual: outputlookup.</summary>
internal sealed class OutputLookupStage : StageExecutor<OutputLookupSpec>
{
    protected override IEnumerable<Row> Run(OutputLookupSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var all = rows.ToList();
        if (all.Count > 0 || spec.EmptyTheTable)
            context.Lookups.Put(Write(spec, spec.Limit == 0 ? all : all.Take(spec.Limit), context.Lookups.Find(spec.Table)));
        return all;
    }

    private static LookupTable Write(OutputLookupSpec spec, IEnumerable<Row> rows, LookupTable? known)
    {
        var written = rows.ToList();
        var columns = (spec.Append || written.Count == 0) && known is not null
            ? known.Columns
            : [.. written.SelectMany(row => row.Columns).Select(column => column.Key).Where(column => !column.StartsWith('_')).Distinct(StringComparer.Ordinal)];
        List<ImmutableArray<string>> cells = spec.Append || spec.Key is not null ? [.. Kept(known, columns)] : [];
        var at = spec.Key is { } key ? columns.IndexOf(key) : -1;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; at >= 0 && i < cells.Count; i++)
            places.TryAdd(cells[i][at], i);
        foreach (var row in written)
        {
            ImmutableArray<string> line = [.. columns.Select(column => string.Join('\n', row[column].Items.Select(item => item.ToText())))];
            if (at >= 0 && !places.TryAdd(line[at], cells.Count))
                cells[places[line[at]]] = line;
            else
                cells.Add(line);
        }

        return (known ?? new LookupTable { Name = spec.Table, Columns = [], Rows = [] }) with { Columns = columns, Rows = [.. cells] };
    }

    private static IEnumerable<ImmutableArray<string>> Kept(LookupTable? known, ImmutableArray<string> columns)
    {
        if (known is null)
            return [];
        int[] places = [.. columns.Select(column => known.Columns.IndexOf(column))];
        return known.Rows.Select(cells => places.Select(at => at >= 0 ? cells[at] : "").ToImmutableArray());
    }
}
