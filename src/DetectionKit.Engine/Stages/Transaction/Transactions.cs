using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Stages.Transaction;

/// <summary>
/// The transactions of one stage, fed the newest event first: an event that ends a transaction begins one here, and one that starts it closes
/// it. Of several transactions that an event agrees with, it joins the one that began last.
/// </summary>
internal sealed class Transactions(TransactionSpec spec, StageContext context)
{
    private readonly List<OpenTransaction> _all = [];
    private readonly List<Row> _orphans = [];
    private readonly Dictionary<string, List<OpenTransaction>> _open = new(StringComparer.Ordinal);
    private readonly List<OpenTransaction> _anyOpen = [];
    private readonly List<KeyValuePair<string, string>> _values = [];

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
            Register(column, text, transaction);
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
        OpenTransaction? best = null;
        var lists = spec.Connected && _values.Count > 0
            ? _values.Select(pair => _open.GetValueOrDefault(Key(pair.Key, pair.Value))).OfType<List<OpenTransaction>>()
            : [_anyOpen];
        foreach (var transaction in lists.SelectMany(list => list))
        {
            if (transaction.Number > (best?.Number ?? -1) && transaction.Agrees(_values))
                best = transaction;
        }

        return best;
    }

    private OpenTransaction? Begin()
    {
        if (!context.Budget.TakeGroup())
            return null;
        var transaction = new OpenTransaction(spec, _all.Count);
        _all.Add(transaction);
        if (!spec.Connected || spec.Columns.IsEmpty)
            _anyOpen.Add(transaction);
        return transaction;
    }

    private void Register(string column, string text, OpenTransaction transaction)
    {
        var key = Key(column, text);
        if (!_open.TryGetValue(key, out var list))
            _open.Add(key, list = []);
        if (!list.Contains(transaction))
            list.Add(transaction);
    }

    private void Close(OpenTransaction transaction)
    {
        _anyOpen.Remove(transaction);
        foreach (var (column, text) in transaction.Values)
        {
            var key = Key(column, text);
            if (_open.TryGetValue(key, out var list) && list.Remove(transaction) && list.Count == 0)
                _open.Remove(key);
        }
    }

    private static string Key(string column, string text)
    {
        var key = new GroupKey();
        key.Add(column);
        key.Add(text);
        return key.ToString();
    }
}
