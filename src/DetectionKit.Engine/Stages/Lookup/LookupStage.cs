using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Lookups;

namespace DetectionKit.Engine.Stages.Lookup;

/// <summary>
/// Adds a table's columns. Several matches make a multivalue; OUTPUT replaces what was there, also by nothing; OUTPUTNEW keeps it.
/// A row that lacks an input stays as it is. Manual: lookup; transforms.conf, min_matches, max_matches, default_match, time_field.
/// </summary>
internal sealed class LookupStage : StageExecutor<LookupSpec>
{
    public override bool IsRowByRow(StageSpec spec) => true;

    protected override IEnumerable<Row> Run(LookupSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        if (context.Lookups.Find(spec.Table) is not { } table)
            return rows;
        var answers = new LookupAnswers(table, context.Lookups.Index(table, [.. spec.Inputs.Select(input => input.TableColumn)]), context.Budget, LookupMoments.Of(table, context.Run));
        var outputs = OutputsOf(spec, table);
        var inputs = new Value[spec.Inputs.Length];
        return rows.Select(row => Add(row, spec, table, answers, outputs, inputs));
    }

    private static ImmutableArray<(int Place, string Column)> OutputsOf(LookupSpec spec, LookupTable table)
    {
        if (spec.Outputs.IsEmpty)
        {
            return [.. table.Columns.Select((column, place) => (place, column))
                .Where(output => !spec.Inputs.Any(input => string.Equals(input.TableColumn, output.column, StringComparison.Ordinal)))];
        }

        return [.. spec.Outputs.Select(output => (table.Columns.IndexOf(output.TableColumn), output.RowColumn))];
    }

    private static Row Add(Row row, LookupSpec spec, LookupTable table, LookupAnswers answers, ImmutableArray<(int Place, string Column)> outputs, Value[] inputs)
    {
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = row[spec.Inputs[i].RowColumn];
            if (inputs[i].IsNull)
                return row;
        }

        var matches = answers.Of(inputs, row["_time"]);
        foreach (var (place, column) in outputs)
        {
            if (spec.KeepExisting && !row[column].IsNull)
                continue;
            var value = Value.OfMany(ValuesOf(table, matches, place));
            if (value.IsNull)
                row.Remove(column);
            else
                row[column] = value;
        }

        return row;
    }

    private static IEnumerable<Value> ValuesOf(LookupTable table, int[] matches, int place)
    {
        if (place < 0)
            yield break;
        foreach (var match in matches)
        {
            if (table.Rows[match][place] is { Length: > 0 } text)
                yield return Value.Of(text);
        }

        for (var count = matches.Length; count < Math.Min(table.MinMatches, 1000); count++)
            yield return Value.Of(table.DefaultMatch);
    }
}
