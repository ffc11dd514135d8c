using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Aggregates.Functions;
using DetectionKit.Engine.Buckets;
using DetectionKit.Engine.Ordering;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Stages.Aggregate;

/// <summary>The groups of one aggregate stage, fed row by row.</summary>
internal sealed class Grouping
{
    private readonly AggregateSpec _spec;
    private readonly Budget _budget;
    private readonly AggregateFunction[] _functions;
    private readonly PatternFunction[] _patterns;
    private readonly TimeBuckets? _buckets;
    private readonly Value[] _arguments;
    private readonly Value[] _by;
    private readonly Func<Budget, Accumulator>[] _starts;
    private readonly bool _columnsDiffer;
    private readonly Dictionary<Value[], Group> _groups = new(CombinationComparer.Instance);
    private readonly List<Group>? _fed;
    private readonly HashSet<Value[]> _settledAhead = new(CombinationComparer.Instance);

    // How many more combinations the row that is being fed may count in; negative: it had more.
    private int _left;

    /// <summary>No groups yet.</summary>
    /// <param name="spec">By what, and what of each.</param>
    /// <param name="zone">The zone of time buckets.</param>
    /// <param name="budget">What may be held.</param>
    /// <param name="early">Whether <see cref="FedRows"/> is asked.</param>
    public Grouping(AggregateSpec spec, TimeZoneInfo zone, Budget budget, bool early = false)
    {
        _fed = early ? [] : null;
        _spec = spec;
        _budget = budget;
        _functions = [.. spec.Functions.Where(function => function.Pattern is null)];
        _patterns = [.. spec.Functions.Where(function => function.Pattern is not null).Select(function => new PatternFunction(function, spec.By))];
        _starts = Array.ConvertAll(_functions, AccumulatorCatalogue.StarterOf);
        _columnsDiffer = _patterns.Length == 0 && spec.By.Concat(_functions.Select(function => function.Column)).Distinct(StringComparer.Ordinal).Count() == spec.By.Length + _functions.Length;
        _buckets = spec.TimeSpan is { } span ? new TimeBuckets(span, zone) : null;
        _arguments = new Value[_functions.Length];
        _by = new Value[spec.By.Length];
    }

    /// <summary>Whether some function's result depends on the order of rows.</summary>
    public static bool OrderMatters(AggregateSpec spec) => spec.Functions.Any(function => AccumulatorCatalogue.Find(function).OrderMatters);

    /// <summary>Feeds a row. While now is not known, a row whose arguments ask for it is not taken; the row may be changed afterwards.</summary>
    /// <returns>False: the row must be fed again when now is known.</returns>
    public bool Add(Row row, RunContext run)
    {
        for (var i = 0; i < _arguments.Length; i++)
            _arguments[i] = _functions[i].Argument is { } argument ? argument(row, run) : Value.Of(1);
        if (run.Watch is { WasRead: true } watch)
        {
            watch.WasRead = false;
            return false;
        }

        _left = ValueCombinations.Most;
        AddToGroups(row, 0);
        if (_left < 0)
            _budget.CountUncombined(ValueCombinations.Most);
        return true;
    }

    /// <summary>The groups as rows, in no order: <see cref="GroupOrder"/> has it. Without by-columns there is one group, be it fed or not.</summary>
    public IEnumerable<Row> Rows()
    {
        if (_spec.By.IsEmpty && _groups.Count == 0)
            Start();
        for (var i = 0; i < _functions.Length; i++)
        {
            if (_groups.Values.Select(group => group.Accumulators[i]).OfType<Sparkline>().ToList() is { Count: > 0 } sparklines)
                Sparkline.Align(sparklines);
        }

        return _groups.Values.Select(ToRow);
    }

    /// <summary>The rows, as they are now, of groups that were fed since the last call and were not <see cref="Settle">settled</see>.</summary>
    public IEnumerable<Row> FedRows()
    {
        if (_fed is not { Count: > 0 })
            return [];
        var rows = _fed.ConvertAll(ToRow);
        foreach (var group in _fed)
            group.IsFed = false;
        _fed.Clear();
        return rows;
    }

    /// <summary>Leaves a group out of <see cref="FedRows"/> from now on, also where it begins later.</summary>
    /// <param name="key">The group's key.</param>
    public void Settle(RowKey key)
    {
        if (key is not GroupName name)
            return;
        if (_groups.TryGetValue(name.By, out var group))
            group.IsSettled = true;
        else
            _settledAhead.Add(name.By);
    }

    /// <summary>Whether a group was <see cref="Settle">settled</see>.</summary>
    /// <param name="key">The group's key.</param>
    public bool IsSettled(RowKey key) => key is GroupName name && (_groups.TryGetValue(name.By, out var group) ? group.IsSettled : _settledAhead.Contains(name.By));

    /// <summary>Goes on with the groups of another grouping of the same kind, which is given up: its expressions are not used any more.</summary>
    /// <param name="other">The other one.</param>
    public void Adopt(Grouping other)
    {
        foreach (var (key, group) in other._groups)
        {
            _groups.Add(key, group);
            if (group.IsFed)
                _fed?.Add(group);
        }

        _settledAhead.UnionWith(other._settledAhead);
        other._groups.Clear();
        other._fed?.Clear();
    }

    // One group for each combination of the by-columns' values: a multivalue by-column counts under each (stats, dedup_splitvals=false).
    private void AddToGroups(Row row, int depth)
    {
        if (depth == _by.Length)
        {
            if (--_left >= 0)
                AddToGroup(row);
            return;
        }

        var value = ByValue(row, _spec.By[depth]);
        if (value.Kind == ValueKind.Multi)
        {
            foreach (var item in _spec.DistinctBy ? value.Items.DistinctBy(item => item.ToText(), StringComparer.Ordinal) : value.Items)
            {
                if (_left < 0)
                    return;
                AddToGroups(row, depth, item);
            }
        }
        else if (!value.IsNull)
        {
            AddToGroups(row, depth, value);
        }
    }

    private void AddToGroups(Row row, int depth, Value value)
    {
        _by[depth] = value;
        AddToGroups(row, depth + 1);
    }

    private Value ByValue(Row row, string column)
    {
        var value = row[column];
        if (value.IsNull)
            return Value.Of(_spec.FillNull);
        if (_buckets is null || column is not "_time" || !value.TryGetNumber(out var seconds))
            return value;
        return _buckets.Start(seconds) is { } start ? TimeBuckets.ValueOf(start) : Value.Null;
    }

    private void AddToGroup(Row row)
    {
        if (!_groups.TryGetValue(_by, out var group))
        {
            if (!_budget.TakeGroup())
                return;
            group = Start();
        }

        var by = group.Name.By;
        for (var i = 0; i < by.Length; i++)
        {
            if (by[i].Kind != _by[i].Kind)
                by[i] = Pick.SmallerKind(by[i], _by[i]);
        }

        group.Newest = Origins.Newer(group.Newest, row.Origin.Newest);
        if (row.Origin.Flows is { } flows)
            group.Flows = FlowTrail.Join(group.Flows, flows);
        if (_fed is not null && !group.IsFed && !group.IsSettled)
        {
            group.IsFed = true;
            _fed.Add(group);
        }

        for (var i = 0; i < _arguments.Length; i++)
            Feed(group.Accumulators[i], _arguments[i], row);
        foreach (var pattern in group.Patterns)
            pattern.Add(row);
    }

    private static void Feed(Accumulator accumulator, Value argument, Row row)
    {
        if (argument.Kind != ValueKind.Multi)
        {
            if (!argument.IsNull)
                accumulator.Add(argument, row);
            return;
        }

        foreach (var item in argument.Items)
            accumulator.Add(item, row);
    }

    private Group Start()
    {
        var group = new Group([.. _by], Array.ConvertAll(_starts, start => start(_budget)), [.. _patterns.Select(pattern => new PatternColumns(pattern, _budget))]) { IsSettled = _settledAhead.Remove(_by) };
        _groups.Add(group.Name.By, group);
        return group;
    }

    private Row ToRow(Group group)
    {
        var by = group.Name.By;
        var row = new Row(by.Length + group.Accumulators.Length) { Origin = new(group.Newest, 0, RowOrigin.NoEvent, group.Name, group.Flows) };
        if (_columnsDiffer)
        {
            for (var i = 0; i < by.Length; i++)
                row.Append(_spec.By[i], by[i]);
            for (var i = 0; i < _functions.Length; i++)
                row.Append(_functions[i].Column, group.Accumulators[i].Result());
            return row;
        }

        for (var i = 0; i < by.Length; i++)
            row[_spec.By[i]] = by[i];
        var (plain, patterns) = (0, 0);
        foreach (var function in _spec.Functions)
        {
            if (function.Pattern is null)
                row[function.Column] = group.Accumulators[plain++].Result();
            else
                group.Patterns[patterns++].Write(row);
        }

        return row;
    }
}
