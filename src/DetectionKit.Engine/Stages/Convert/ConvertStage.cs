using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Conversions;
using DetectionKit.Engine.Text;

namespace DetectionKit.Engine.Stages.Convert;

/// <summary>
/// Converts columns, from left to right. <c>auto</c> leaves a column alone unless every row's value converts, so it sees all rows first.
/// Columns under <c>none</c> are left out of every pattern. Manual: convert.
/// </summary>
internal sealed class ConvertStage : StageExecutor<ConvertSpec>
{
    public override bool IsRowByRow(StageSpec spec) => spec is ConvertSpec convert && !convert.Conversions.Any(conversion => ConversionCatalogue.Find(conversion.Function).WholeColumn);

    protected override IEnumerable<Row> Run(ConvertSpec spec, IEnumerable<Row> rows, StageContext context)
    {
        var call = new ConversionCall(TimeFormat.Of(spec.TimeFormat), context.Run);
        var none = spec.Conversions.Where(conversion => conversion.Function is "none").Select(conversion => new NamePattern(conversion.Pattern)).ToArray();
        return spec.Conversions.Aggregate(rows, (current, conversion) => Run(conversion, current, none, call));
    }

    private static IEnumerable<Row> Run(Conversion conversion, IEnumerable<Row> rows, NamePattern[] none, ConversionCall call)
    {
        var (keeps, wholeColumn, convert) = ConversionCatalogue.Find(conversion.Function);
        var pattern = new NamePattern(conversion.Pattern);
        var target = conversion.As is { } named && pattern.IsPattern ? new NamePattern(named) : null;
        if (!wholeColumn)
            return rows.Select(row => Convert(row, TargetOf, ColumnsOf(row, pattern, none), value => convert(value, call), keeps));
        var all = rows.ToList();
        var good = all.SelectMany(row => ColumnsOf(row, pattern, none)).Distinct(StringComparer.Ordinal)
            .Where(column => all.All(row => row[column].Items.All(item => !convert(item, call).IsNull)))
            .ToHashSet(StringComparer.Ordinal);
        return all.Select(row => Convert(row, TargetOf, ColumnsOf(row, pattern, none).Where(good.Contains), value => convert(value, call), keeps));

        // A name with stars takes what the pattern's stars stand for.
        string TargetOf(string column) => target?.Fill(pattern.Capture(column) ?? []) ?? conversion.As ?? column;
    }

    private static string[] ColumnsOf(Row row, NamePattern pattern, NamePattern[] none)
    {
        if (!pattern.IsPattern)
            return [pattern.Source];
        return [.. row.Columns.Select(column => column.Key).Where(name => pattern.Matches(name) && !Array.Exists(none, other => other.Matches(name)))];
    }

    private static Row Convert(Row row, Func<string, string> targetOf, IEnumerable<string> columns, Func<Value, Value> convert, bool keeps)
    {
        foreach (var column in columns)
        {
            var old = row[column];
            if (old.IsNull)
                continue;
            var value = old.Kind == ValueKind.Multi ? Value.OfMany(old.Items.Select(One)) : One(old);
            var target = targetOf(column);
            if (value.IsNull)
                row.Remove(target);
            else
                row[target] = value;
        }

        return row;

        Value One(Value item) => convert(item) is { IsNull: false } converted ? converted : keeps ? item : Value.Null;
    }
}
