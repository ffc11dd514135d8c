using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Conditions;

/// <summary>
/// Reads a subsearch's rows as a condition, as an implied <c>format</c> does: a row's columns must all be so, in one of the rows; columns
/// <c>search</c> and <c>query</c> hold a condition themselves; internal columns do not count; no rows: nothing matches. Search Manual, "About subsearches".
/// </summary>
/// <param name="ofEvents">Whether <c>earliest latest index</c> say what is read.</param>
/// <param name="run">Now and zone.</param>
internal sealed class SubsearchFilters(bool ofEvents, RunContext run)
{
    public RowFilter Of(IEnumerable<Row> rows)
    {
        var any = new AnyRowOf();
        foreach (var row in rows)
            Add(any, row);
        return any;
    }

    private void Add(AnyRowOf any, Row row)
    {
        var parts = new List<RowFilter>();
        (string Column, string Text)? exact = null;
        foreach (var (column, value) in row.Columns)
        {
            if (value.IsNull || column.StartsWith('_'))
                continue;
            string[] texts = [.. value.Items.Select(item => item.ToText())];
            if (exact is null && texts.Length == 1 && IsPlain(column, texts[0]))
                exact = (column, texts[0]);
            else
                parts.Add(Part(column, texts));
        }

        if (exact is { } found)
            any.Add(found.Column, found.Text, new AllOf([.. parts]));
        else if (parts.Count > 0)
            any.Add(new AllOf([.. parts]));
    }

    private bool IsPlain(string column, string text) => !SubsearchSpec.IsCondition(column) && !(ofEvents && SubsearchSpec.IsAboutSource(column)) && text.AsSpan().IndexOfAny('*', '/') < 0;

    private RowFilter Part(string column, string[] texts)
    {
        if (SubsearchSpec.IsCondition(column))
            return new AnyOf([.. texts.Select(text => ConditionReader.Read(text, ofEvents, run))]);
        return ofEvents && SubsearchSpec.IsAboutSource(column) ? AboutSource(column, texts[0], run) : new IsIn(column, texts);
    }

    /// <summary>What it says; indexes are passed over.</summary>
    public static RowFilter AboutSource(string column, string text, RunContext run) => column switch
    {
        "earliest" or "_index_earliest" => new IsWithin(TimeBounds.Bound(text, run.Now, run.Zone), null),
        "latest" or "_index_latest" => new IsWithin(null, TimeBounds.Bound(text, run.Now, run.Zone)),
        _ => new AllOf([]),
    };
}
