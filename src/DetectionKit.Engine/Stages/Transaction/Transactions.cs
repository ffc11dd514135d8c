using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Stages.Transaction;

/// <summary>
/// The transactions of one stage, fed the newest event first: an event that ends a transaction begins one here, and one that starts it closes
/// it. Of several transactions that an event agrees with, it joins the one that began last.
/// </summary>
internal sealed class Transactions(TransactionSpec spec, StageContext context)
{
    private readonly List<OpenTransaction> _all = [];
    private readonly List<Row> _orphans = [];
    private readonly Dictionary<string, OpenByColumn> _open = spec.Columns.Distinct(StringComparer.Ordinal).ToDictionary(column => column, _ => new OpenByColumn(), StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _values = [];

    // Where no column is named there is one at a time.
    private OpenTransaction? _only;

    public void Add(Row row, Timestamp? at)
    {
        ReadValues(row);
        if (at is not { } time || (_values.Count == 0 && !spec.Columns.IsEmpty))
        {
            _orphans.Add(row);
            return;
        }

        var isStart = spec.StartsWith?.Invoke(row, context.Run) == true;
        var isEnd = spec.EndsWith?.Invoke(row, context.Run) == true;
        var found = Find();
        if (found is not null && (isEnd || !found.Reaches(time)))
        {
            Close(found);
            found = null;
        }

        if ((found ?? Begin()) is not { } transaction)
            return;
        transaction.Add(row, time, _values);
        foreach (var (column, text) in _values)
            _open[column].Hold(transaction, text);
        transaction.HasEnd |= isEnd;
        transaction.HasStart |= isStart;
        if (isStart || transaction.Count == spec.MaxEvents)
        {
            transaction.IsOver = true;
            Close(transaction);
        }
    }

    public IEnumerable<Row> Rows()
    {
        foreach (var transaction in _all.Where(transaction => spec.KeepEvicted || transaction.IsComplete))
            yield return transaction.ToRow();
        if (!spec.KeepOrphans)
            yield break;
        foreach (var row in _orphans)
        {
            row["_txn_orphan"] = Value.Of(1);
            yield return row;
        }
    }

    private void ReadValues(Row row)
    {
        _values.Clear();
        foreach (var column in spec.Columns)
        {
            if (row[column] is { IsNull: false } value)
                _values.Add(new(column, string.Join('\n', value.Items.Select(item => item.ToText()))));
        }
    }

    private OpenTransaction? Find()
    {
        if (spec.Columns.IsEmpty)
            return _only;
        OpenTransaction? best = null;
        foreach (var transaction in Candidates().SelectMany(open => open))
        {
            if (transaction.Number > (best?.Number ?? -1) && transaction.Agrees(_values))
                best = transaction;
        }

        return best;
    }

    // What agrees with the event holds its value in each column or lacks that column, and where transactions are connected it holds one of its values:
    // of these ways to come upon it the one that leads past the fewest others.
    private List<IReadOnlyCollection<OpenTransaction>> Candidates()
    {
        List<IReadOnlyCollection<OpenTransaction>>? best = spec.Connected ? [.. _values.Select(pair => _open[pair.Key].Holding(pair.Value))] : null;
        var fewest = best?.Sum(open => open.Count) ?? int.MaxValue;
        foreach (var (column, text) in _values)
        {
            List<IReadOnlyCollection<OpenTransaction>> either = [_open[column].Holding(text), _open[column].Lacking];
            if (either.Sum(open => open.Count) is var count && count < fewest)
                (best, fewest) = (either, count);
        }

        return best ?? [];
    }

    private OpenTransaction? Begin()
    {
        if (!context.Budget.TakeGroup())
            return null;
        var transaction = new OpenTransaction(spec, _all.Count);
        _all.Add(transaction);
        _only = transaction;
        foreach (var open in _open.Values)
            open.Begin(transaction);
        return transaction;
    }

    private void Close(OpenTransaction transaction)
    {
        _only = null;
        foreach (var (column, open) in _open)
            open.Close(transaction, transaction.Values.GetValueOrDefault(column));
    }
}
