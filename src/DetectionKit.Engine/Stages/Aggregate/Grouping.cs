using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;
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
    private readonly GroupKey _key = new();
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Group>.AlternateLookup<ReadOnlySpan<char>> _groupsByText;
    private readonly List<Group>? _fed;
    private readonly HashSet<string> _settledAhead = new(StringComparer.Ordinal);

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
        _buckets = spec.TimeSpan is { } span ? new TimeBuckets(span, zone) : null;
        _arguments = new Value[_functions.Length];
        _by = new Value[spec.By.Length];
        _groupsByText = _groups.GetAlternateLookup<ReadOnlySpan<char>>();
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

        AddToGroups(row, 0);
        return true;
    }

    /// <summary>The groups as rows, sorted by their by-columns. Without by-columns there is one group, be it fed or not.</summary>
    public IEnumerable<Row> Rows()
    {
        if (_spec.By.IsEmpty && _groups.Count == 0)
            Start("");
        for (var i = 0; i < _functions.Length; i++)
        {
            if (_groups.Values.Select(group => group.Accumulators[i]).OfType<Sparkline>().ToList() is { Count: > 0 } sparklines)
                Sparkline.Align(sparklines);
        }

        var sorted = _groups.Values.Select(group => (Group: group, Keys: Array.ConvertAll(group.By, value => new OrderKey(value)))).ToList();
        sorted.Sort((a, b) => Compare(a.Keys, b.Keys) is not 0 and var order ? order : string.CompareOrdinal(a.Group.Key, b.Group.Key));
        return sorted.Select(entry => ToRow(entry.Group));
    }

    /// <summary>The rows, as they are now, of groups that were fed since the last call and were not <see cref="Settle">settled</see>.</summary>
    public IEnumerable<Row> FedRows()
    {
        if (_fed is not { Count: > 0 })
            return [];
        var rows = _fed.ConvertAll(group => ToRow(group));
        foreach (var group in _fed)
            group.IsFed = false;
        _fed.Clear();
        return rows;
    }

    /// <summary>Leaves a group out of <see cref="FedRows"/> from now on, also where it begins later.</summary>
    /// <param name="key">The group's key.</param>
    public void Settle(string key)
    {
        if (_groups.TryGetValue(key, out var group))
            group.IsSettled = true;
        else
            _settledAhead.Add(key);
    }

    /// <summary>Whether a group was <see cref="Settle">settled</see>.</summary>
    /// <param name="key">The group's key.</param>
    public bool IsSettled(string key) => _groups.TryGetValue(key, out var group) ? group.IsSettled : _settledAhead.Contains(key);

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
            AddToGroup(row);
            return;
        }

        var value = ByValue(row, _spec.By[depth]);
        if (value.Kind == ValueKind.Multi)
        {
            foreach (var item in value.Items)
                AddToGroups(row, depth, item);
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
        _key.Clear();
        foreach (var value in _by)
            _key.Add(value.ToText());
        if (!_groupsByText.TryGetValue(_key.Text, out var group))
        {
            if (!_budget.TakeGroup())
                return;
            group = Start(_key.ToString());
        }

        for (var i = 0; i < _by.Length; i++)
            group.By[i] = Pick.SmallerKind(group.By[i], _by[i]);
        if (row.Origin.Newest is { } time && (group.Newest is not { } newest || time > newest))
            group.Newest = time;
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

    private Group Start(string key)
    {
        var accumulators = new Accumulator[_functions.Length];
        for (var i = 0; i < accumulators.Length; i++)
            accumulators[i] = AccumulatorCatalogue.Start(_functions[i], _budget);
        return _groups[key] = new(key, [.. _by], accumulators, [.. _patterns.Select(pattern => new PatternColumns(pattern, _budget))]) { IsSettled = _settledAhead.Remove(key) };
    }

    private Row ToRow(Group group)
    {
        var row = new Row(group.By.Length + group.Accumulators.Length) { Origin = new(group.Newest, 0, RowOrigin.NoEvent, group.Key, group.Flows) };
        for (var i = 0; i < group.By.Length; i++)
            row[_spec.By[i]] = group.By[i];
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

    private static int Compare(OrderKey[] a, OrderKey[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            var order = OrderKey.Compare(a[i], b[i]);
            if (order != 0)
                return order;
        }

        return 0;
    }

    private sealed class Group(string key, Value[] by, Accumulator[] accumulators, PatternColumns[] patterns)
    {
        public string Key { get; } = key;

        public Value[] By { get; } = by;

        public Accumulator[] Accumulators { get; } = accumulators;

        public PatternColumns[] Patterns { get; } = patterns;

        public Timestamp? Newest { get; set; }

        public FlowTrail? Flows { get; set; }

        public bool IsFed { get; set; }

        public bool IsSettled { get; set; }
    }
}
