using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Multivalue functions that compute something for each item (Splunk Search Reference, "Multivalue eval functions"): mvmap and mvfilter. The item stands under the column's name meanwhile.</summary>
public static class ItemFunctions
{
    /// <summary><c>mvmap(column, body)</c>: what the body gives for each item of the column; absent results are left out.</summary>
    /// <param name="row">The row; as it was, behind the call.</param>
    /// <param name="context">The run.</param>
    /// <param name="column">The column.</param>
    /// <param name="body">What is computed.</param>
    public static Value Map(Row row, RunContext context, string column, RowExpression body) => Map(row, context, column, row[column], body);

    /// <summary><c>mvmap(items, body)</c>: what the body gives for each item; absent results are left out.</summary>
    /// <param name="row">The row; as it was, behind the call.</param>
    /// <param name="context">The run.</param>
    /// <param name="column">The column under whose name the body finds the item.</param>
    /// <param name="items">The items.</param>
    /// <param name="body">What is computed.</param>
    public static Value Map(Row row, RunContext context, string column, Value items, RowExpression body)
    {
        if (items.IsNull)
            return Value.Null;
        var whole = row[column];
        var results = MadeText.List(items.Items.Select(item =>
        {
            row[column] = item;
            return body(row, context);
        }));

        if (whole.IsNull)
            row.Remove(column);
        else
            row[column] = whole;
        return results;
    }

    /// <summary><c>mvfilter(condition)</c>: the items for which the condition holds.</summary>
    /// <param name="row">The row; as it was, behind the call.</param>
    /// <param name="context">The run.</param>
    /// <param name="column">The column.</param>
    /// <param name="condition">The condition.</param>
    public static Value Filter(Row row, RunContext context, string column, RowPredicate condition) =>
        Map(row, context, column, (one, run) => condition(one, run) ? one[column] : Value.Null);
}
