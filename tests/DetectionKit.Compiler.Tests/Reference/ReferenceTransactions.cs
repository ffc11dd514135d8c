using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Transactions as lists of rows: each event, the newest first, is put to the last open list that it agrees with in all of its members.</summary>
/// <param name="spec">The stage.</param>
/// <param name="starts">Whether an event can be the first one; null: not asked.</param>
/// <param name="ends">Whether an event can be the last one; null: not asked.</param>
internal sealed class ReferenceTransactions(TransactionSpec spec, Func<Row, bool?> starts, Func<Row, bool?> ends)
{
    public List<Row> Of(IReadOnlyList<Row> rows)
    {
        var open = new List<List<Row>>();
        var done = new List<(List<Row> Events, bool IsFull)>();
        var orphans = new List<Row>();
        List<Row> sequence = [.. rows.OrderByDescending(Time)];
        foreach (var row in sequence)
        {
            if (ReferenceOrder.Number(row["_time"]) is null || (spec.Columns.Length > 0 && spec.Columns.All(column => row[column].IsNull)))
            {
                orphans.Add(row);
                continue;
            }

            var place = open.FindLastIndex(list => Agrees(list, row));
            if (place >= 0 && (ends(row) == true || Time(open[place][0]) - Time(row) > Limit(spec.MaxSpan) || Time(open[place][^1]) - Time(row) > Limit(spec.MaxPause)))
            {
                done.Add((open[place], false));
                open.RemoveAt(place);
                place = -1;
            }

            if (place < 0)
            {
                open.Add([]);
                place = open.Count - 1;
            }

            open[place].Add(row);
            if (starts(row) != true && open[place].Count != spec.MaxEvents)
                continue;
            done.Add((open[place], true));
            open.RemoveAt(place);
        }

        done.AddRange(open.Select(list => (list, false)));
        foreach (var orphan in orphans)
            orphan["_txn_orphan"] = Value.Of(1);
        return
        [
            // Of the same time, in the order in which they began.
            .. done.OrderBy(one => sequence.IndexOf(one.Events[0])).Where(one => spec.KeepEvicted || IsComplete(one.Events)).Select(one => RowOf(one.Events, one.IsFull)).Concat(spec.KeepOrphans ? orphans : []).OrderByDescending(Time),
        ];
    }

    private static decimal Time(Row row) => ReferenceOrder.Number(row["_time"]) is { } seconds ? (decimal)seconds : decimal.MinValue;

    private static decimal Limit(long? nanoseconds) => nanoseconds is { } some ? some / 1e9m : decimal.MaxValue;

    private static string Text(Value value) => string.Join('\n', value.Items.Select(item => item.ToText()));

    private bool Agrees(List<Row> list, Row row)
    {
        var shared = spec.Columns.Where(column => !row[column].IsNull && list.Exists(other => !other[column].IsNull)).ToList();
        return shared.TrueForAll(column => list.Where(other => !other[column].IsNull).All(other => string.Equals(Text(other[column]), Text(row[column]), StringComparison.Ordinal)))
            && (shared.Count > 0 || spec.Columns.IsEmpty || !spec.Connected);
    }

    private bool IsComplete(List<Row> events) => events.Exists(row => starts(row) ?? true) && events.Exists(row => ends(row) ?? true);

    private Row RowOf(List<Row> events, bool isFull)
    {
        List<Row> inOrder = [.. Enumerable.Reverse(events)];
        var row = new Row { Origin = RowOrigin.None with { Newest = inOrder.Select(one => one.Origin.Newest).Aggregate((Timestamp?)null, ReferenceSubsearches.Later) } };
        row["_time"] = inOrder[0]["_time"];
        foreach (var name in inOrder.SelectMany(one => one.Columns.Select(column => column.Key)).Where(name => name is not "_time").Distinct(StringComparer.Ordinal))
        {
            var all = inOrder.Select(one => one[name]).ToList();
            row[name] = name is "_raw" ? Value.Of(string.Join('\n', all.Where(value => !value.IsNull).Select(Text)))
                : spec.Lists.Contains("*", StringComparer.Ordinal) || spec.Lists.Contains(name, StringComparer.Ordinal) ? Value.OfMany(all.SelectMany(value => value.IsNull ? [Value.Of(spec.NullText)] : value.Items))
                : Value.OfMany(all.SelectMany(value => value.Items).DistinctBy(item => item.ToText(), StringComparer.Ordinal).OrderBy(item => item.ToText(), StringComparer.Ordinal));
        }

        var duration = Time(events[0]) - Time(events[^1]);
        row["duration"] = duration == decimal.Truncate(duration) ? Value.Of((long)duration) : Value.Of((double)duration);
        row["eventcount"] = Value.Of(events.Count);
        var isLimited = isFull || spec.MaxSpan is not null || spec.MaxPause is not null || starts(events[0]) is not null || ends(events[0]) is not null;
        row["closed_txn"] = Value.Of(IsComplete(events) && isLimited ? 1 : 0);
        return row;
    }
}
