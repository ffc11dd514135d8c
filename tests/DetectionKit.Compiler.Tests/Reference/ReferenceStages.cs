using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Tests.Reference.Specs;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using SortKey = DetectionKit.Abstractions.Stages.SortKey;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Runs plan stages over lists of rows, each stage as its specification says and no faster. Shares nothing with the engine's executors.</summary>
/// <param name="rows">The rows that come in.</param>
/// <param name="run">Now and zone; the zone is UTC.</param>
/// <param name="lookups">The tables.</param>
/// <param name="rowsOf">The rows of a subsearch, which may work on rows that it is given.</param>
internal sealed class ReferenceStages(
    IReadOnlyList<Row> rows, RunContext run, IReadOnlyDictionary<string, LookupTable> lookups, Func<PlanPipeline, IReadOnlyList<Row>, RunContext, IReadOnlyList<Row>> rowsOf)
    : StageVisitor<List<Row>>
{
    /// <summary>Sends rows through stages in order.</summary>
    public static IReadOnlyList<Row> Run(
        IEnumerable<PlanStage> stages, IReadOnlyList<Row> rows, RunContext run, IReadOnlyDictionary<string, LookupTable> lookups, Func<PlanPipeline, IReadOnlyList<Row>, RunContext, IReadOnlyList<Row>> rowsOf) =>
        stages.Aggregate(rows, (current, stage) => stage.Accept(new ReferenceStages([.. current.Select(row => row.Copy())], run, lookups, rowsOf)));

    public override List<Row> VisitTransaction(TransactionStage stage) => new ReferenceTransactions(stage.Spec, row => Test(stage.StartsWith, row), row => Test(stage.EndsWith, row)).Of(rows);

    private bool? Test(RowTest? test, Row row) => test is null ? null
        : test.Search is { } predicate ? predicate.Accept(new ReferencePredicates(field => Texts(row[field.Name]), [.. row.Columns.SelectMany(column => Texts(column.Value))]))
        : new ReferenceExpressions(row, run).Known(test.Eval!) > 0;

    public override List<Row> VisitForeach(ForeachStage stage)
    {
        var names = rows.SelectMany(row => row.Columns).Select(column => column.Key).Distinct(StringComparer.Ordinal).ToList();
        var turns = stage.Patterns.SelectMany(pattern => names.Where(name => Fits(pattern, name)).Select(name => (Name: name, Parts: Match(pattern, name).Groups.Values.Skip(1).Select(group => group.Value).ToArray())))
            .DistinctBy(turn => turn.Name, StringComparer.Ordinal).ToList();
        return Each(row =>
        {
            if (stage.Mode == ForeachMode.Multifield)
            {
                foreach (var (name, parts) in turns)
                    Turn(stage, row, new(StringComparer.Ordinal) { ["FIELD"] = name, ["MATCHSTR"] = string.Concat(parts), ["MATCHSEG1"] = parts.ElementAtOrDefault(0) ?? "", ["MATCHSEG2"] = parts.ElementAtOrDefault(1) ?? "" });
                return;
            }

            var value = row[stage.Patterns[0]];
            var items = stage.Mode == ForeachMode.Multivalue ? Texts(value) : [.. System.Text.Json.Nodes.JsonNode.Parse(value.ToText())!.AsArray().Select(item => item!.ToString())];
            for (var i = 0; i < items.Length; i++)
                Turn(stage, row, new(StringComparer.Ordinal) { ["FIELD"] = stage.Patterns[0], ["ITEM"] = items[i], ["ITER"] = i.ToString(CultureInfo.InvariantCulture) });
        });
    }

    private void Turn(ForeachStage stage, Row row, Dictionary<string, string> texts)
    {
        string Filled(string template) => texts.Aggregate(template, (text, pair) => text.Replace($"<<{pair.Key}>>", pair.Value, StringComparison.Ordinal));
        foreach (var assignment in stage.Assignments)
        {
            var shown = row.Copy();
            foreach (var template in stage.Templates)
                shown[template] = template[0] == '"' ? Value.Of(Filled(template)[1..]) : template is "<<ITEM>>" or "<<ITER>>" ? Value.Of(Filled(template)) : row[Filled(template)];
            Set(row, Filled(assignment.Column), new ReferenceExpressions(shown, run).Of(assignment.Expression));
        }
    }

    public override List<Row> VisitSubsearch(SubsearchStage stage)
    {
        IReadOnlyList<Row>[] found = [.. stage.Subsearches.Select(subsearch => rowsOf(subsearch, [], run))];
        return [.. rows.Where(row => stage.Predicate.Accept(new ReferencePredicates(
            field => Texts(row[field.Name]),
            [.. row.Columns.SelectMany(column => Texts(column.Value))],
            number => new ReferenceConditions(row, run, stage.OfEvents).Holds(found[number].Take(SubsearchStage.Limit)))))];
    }

    public override List<Row> VisitSpec(SpecStage stage)
    {
        if (stage.Spec is MapSpec map)
            return Map(map, stage.Subsearches[0]);
        IReadOnlyList<Row>[] others = [.. stage.Subsearches.Select(subsearch => rowsOf(subsearch, [.. rows.Select(row => row.Copy())], run))];
        return stage.Spec switch
        {
            AppendSpec spec => [.. rows, .. ReferenceSubsearches.Taken(others[0], spec.Limit)],
            JoinSpec spec => ReferenceSubsearches.Join(spec, rows, others[0]),
            AppendPipeSpec => [.. rows, .. others[0]],
            AppendColsSpec spec => ReferenceSubsearches.AppendCols(spec, rows, others[0]),
            UnionSpec spec => ReferenceSubsearches.Union(spec, rows, others),
            SetSpec spec => ReferenceSubsearches.Set(spec, others[0], others[1]),
            OutputLookupSpec spec => ReferenceSubsearches.OutputLookup(spec, rows, (IDictionary<string, LookupTable>)lookups),
            FormatSpec spec => [ReferenceConditions.Format(spec, rows)],
            ReturnSpec spec => ReferenceConditions.Return(spec, rows),
            SelfJoinSpec spec => ReferenceSubsearches.SelfJoin(spec, rows),
            SubsearchValueSpec spec => Each(row => Set(row, spec.Column, Read(Texts(others[0] is [var first, ..] ? first["search"] : Value.Null).FirstOrDefault() ?? "", row))),
            _ => ReferenceSpec.Run(stage, [.. rows], run),
        };
    }

    private List<Row> Map(MapSpec spec, PlanPipeline search) =>
    [
        .. rows.Where(row => spec.Needs.All(column => !row[column].IsNull)).Take(spec.MaxSearches)
            .SelectMany((row, number) =>
            {
                var outer = row.Copy();
                outer["_serial_id"] = Value.Of(number);
                return rowsOf(search, [], run with { Outer = outer });
            }),
    ];

    private static Value Read(string text, Row row) => text.Length == 0 ? Value.Null
        : text[0] == '"' ? Value.Of(text.Trim('"'))
        : ReferenceOrder.Number(Value.Of(text)) is { } number ? (number == Math.Truncate(number) ? Value.Of((long)number) : Value.Of(number))
        : row.Has(text) ? row[text] : Value.Of(text);

    public override List<Row> VisitFilter(FilterStage stage) => [.. rows.Where(row =>
        stage.Predicate.Accept(new ReferencePredicates(field => Texts(row[field.Name]), [.. row.Columns.SelectMany(column => Texts(column.Value))])))];

    public override List<Row> VisitWhere(WhereStage stage) => [.. rows.Where(row => new ReferenceExpressions(row, run).Known(stage.Condition) > 0)];

    public override List<Row> VisitEval(EvalStage stage) => Each(row =>
    {
        foreach (var assignment in stage.Assignments)
        {
            var column = assignment.Column;
            foreach (var read in ColumnTemplate.ColumnsOf(column))
                column = column.Replace($"{{{read}}}", row[read].ToText(), StringComparison.Ordinal);
            Set(row, column, new ReferenceExpressions(row, run).Of(assignment.Expression));
        }
    });

    public override List<Row> VisitAggregate(AggregateStage stage)
    {
        var groups = rows.SelectMany(row => Keys(row, stage), (row, key) => (Row: row, Key: key)).GroupBy(pair => Key(pair.Key), StringComparer.Ordinal).ToList();
        IEnumerable<(Value[] By, List<Row> Rows)> all = groups.Select(group => (group.First().Key, group.Select(pair => pair.Row).ToList()));
        if (stage.By.IsEmpty && groups.Count == 0)
            all = [([], [])];
        return [.. all.Order(Comparer<(Value[] By, List<Row> Rows)>.Create((a, b) => Compare(a.By, b.By))).Select(group => GroupRow(stage, group.By, group.Rows))];
    }

    public override List<Row> VisitRename(RenameStage stage) => Each(row =>
    {
        foreach (var pair in stage.Pairs)
        {
            if (!pair.From.Contains('*', StringComparison.Ordinal))
            {
                Rename(row, pair.From, pair.To);
                continue;
            }

            foreach (var name in row.Columns.Select(column => column.Key).Where(name => Fits(pair.From, name)).ToList())
            {
                Rename(row, name, Filled(pair.From, pair.To, name));
            }
        }
    });

    public override List<Row> VisitConvert(ConvertStage stage)
    {
        string[] untouched = [.. stage.Conversions.Where(one => one.Function is "none").Select(one => one.Pattern)];
        foreach (var one in stage.Conversions)
        {
            var isPattern = one.Pattern.Contains('*', StringComparison.Ordinal);
            string[] names = isPattern
                ? [.. rows.SelectMany(row => row.Columns).Select(column => column.Key).Distinct(StringComparer.Ordinal).Where(name => Fits(one.Pattern, name) && !untouched.Any(other => Fits(other, name)))]
                : [one.Pattern];
            foreach (var name in names)
            {
                if (one.Function is "auto" && rows.Any(row => row[name].Items.Any(item => ReferenceConversions.Convert("auto", item, stage.TimeFormat, run).IsNull)))
                    continue;
                foreach (var row in rows.Where(row => !row[name].IsNull))
                {
                    Set(row, one.As is { } target && isPattern ? Filled(one.Pattern, target, name) : one.As ?? name, Value.OfMany(row[name].Items.Select(item =>
                        ReferenceConversions.Convert(one.Function, item, stage.TimeFormat, run) is { IsNull: false } converted ? converted
                        : ReferenceConversions.Keeps(one.Function) ? item
                        : Value.Null)));
                }
            }
        }

        return [.. rows];
    }

    public override List<Row> VisitFields(FieldsStage stage) => Each(row =>
    {
        foreach (var name in row.Columns.Select(column => column.Key).ToList())
        {
            var named = stage.Patterns.Any(pattern => Fits(pattern, name));
            if (stage.Remove ? named : !named && !name.StartsWith('_'))
                row.Remove(name);
        }
    });

    public override List<Row> VisitTable(TableStage stage) => [.. rows.Select(row =>
    {
        var table = new Row { Origin = row.Origin };
        foreach (var pattern in stage.Patterns)
        {
            string[] names = pattern.Contains('*', StringComparison.Ordinal) ? [.. row.Columns.Select(column => column.Key).Where(name => Fits(pattern, name))] : [pattern];
            foreach (var name in names)
                table[name] = row[name];
        }

        return table;
    })];

    public override List<Row> VisitSort(SortStage stage) => [.. Sorted(rows, stage.Keys).Take(stage.Limit > 0 ? stage.Limit : int.MaxValue)];

    public override List<Row> VisitDedup(DedupStage stage)
    {
        var spec = stage.Spec;
        var kept = new List<Row>();
        var seen = new List<string>();
        foreach (var row in Sorted(rows, spec.SortBy))
        {
            if (spec.Columns.Any(column => row[column].IsNull))
            {
                if (spec.KeepEmpty)
                    kept.Add(row);
                continue;
            }

            var key = Key([.. spec.Columns.Select(column => row[column])]);
            if (spec.Consecutive && seen.Count > 0 && !string.Equals(seen[^1], key, StringComparison.Ordinal))
                seen.Clear();
            seen.Add(key);
            if (seen.Count(other => string.Equals(other, key, StringComparison.Ordinal)) <= spec.Keep)
            {
                kept.Add(row);
            }
            else if (spec.KeepEvents)
            {
                foreach (var column in spec.Columns)
                    row.Remove(column);
                kept.Add(row);
            }
        }

        return kept;
    }

    public override List<Row> VisitFillNull(FillNullStage stage)
    {
        string[] columns = stage.Columns.IsEmpty
            ? [.. rows.SelectMany(row => row.Columns).Select(column => column.Key).Where(name => !name.StartsWith('_')).Distinct(StringComparer.Ordinal)]
            : [.. stage.Columns.SelectMany(column => column.Contains('*', StringComparison.Ordinal)
                ? rows.SelectMany(row => row.Columns).Select(other => other.Key).Where(name => Fits(column, name)) : [column]).Distinct(StringComparer.Ordinal)];
        return Each(row =>
        {
            foreach (var column in columns.Where(column => row[column].IsNull))
                row[column] = stage.Fill;
        });
    }

    public override List<Row> VisitLookup(LookupStage stage) =>
        lookups.TryGetValue(stage.Spec.Table, out var table) ? Each(row => ReferenceLookups.Apply(stage.Spec, table, row)) : [.. rows];

    public override List<Row> VisitHead(HeadStage stage)
    {
        var fits = rows.TakeWhile(row => stage.While is not { } condition || new ReferenceExpressions(row, run).Known(condition) > 0).Count();
        return [.. rows.Take(fits + (stage.KeepLast ? 1 : 0)).Take(stage.Limit ?? int.MaxValue)];
    }

    public override List<Row> VisitTail(TailStage stage) => [.. Enumerable.Reverse(rows).Take(stage.Limit)];

    public override List<Row> VisitReverse(ReverseStage stage) => [.. Enumerable.Reverse(rows)];

    public override List<Row> VisitMvExpand(MvExpandStage stage) => [.. rows.SelectMany(row => row[stage.Column].Count < 2
        ? [row]
        : row[stage.Column].Items.Take(stage.Limit > 0 ? stage.Limit : int.MaxValue).Select(item =>
        {
            var copy = row.Copy();
            copy[stage.Column] = item;
            return copy;
        }))];

    public override List<Row> VisitRegex(RegexStage stage) =>
        [.. rows.Where(row => Texts(row[stage.Column]).Any(text => Regex.IsMatch(text, stage.Expression, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))) != stage.Negate)];

    public override List<Row> VisitEventStats(EventStatsStage stage)
    {
        var grouping = new AggregateStage(stage.Span, stage.By, stage.Functions, null, null);
        List<(Row Row, List<string> Keys)> keyed = [.. rows.Select(row => (row, Keys(row, grouping).Select(Key).ToList()))];
        foreach (var (row, group) in keyed.Select(one => (one.Row, Groups: one.Keys.Select(key => GroupRow(grouping, [], Members(keyed, key))).ToList())).Where(one => one.Groups.Count > 0).ToList())
        {
            foreach (var column in group.SelectMany(one => one.Columns).Select(column => column.Key).Distinct(StringComparer.Ordinal).ToList())
                row[column] = Value.OfMany(group.Select(one => one[column]));
        }

        return [.. rows];
    }

    private static List<Row> Members(List<(Row Row, List<string> Keys)> keyed, string key) =>
        [.. keyed.SelectMany(one => one.Keys.Where(other => string.Equals(other, key, StringComparison.Ordinal)).Select(_ => one.Row))];

    private static string[] Texts(Value value) => [.. value.Items.Select(item => item.ToText())];

    private static void Set(Row row, string column, Value value)
    {
        if (value.IsNull)
            row.Remove(column);
        else
            row[column] = value;
    }

    private static void Rename(Row row, string from, string to)
    {
        if (row.Has(from))
            row.Rename(from, to);
        else
            row.Remove(to);
    }

    // A pattern that does not begin with an underscore passes over internal names.
    private static bool Fits(string pattern, string name) =>
        pattern.Contains('*', StringComparison.Ordinal) ? !(name.StartsWith('_') && !pattern.StartsWith('_')) && Match(pattern, name).Success : string.Equals(pattern, name, StringComparison.Ordinal);

    private static Match Match(string pattern, string name) => Regex.Match(
        name, "^" + string.Join("(.*?)", pattern.Split('*').Select(Regex.Escape)) + @"\z", RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromSeconds(1));

    private static IEnumerable<Row> Sorted(IReadOnlyList<Row> rows, IReadOnlyList<SortKey> keys) => keys.Count == 0 ? rows : rows.Order(Comparer<Row>.Create((a, b) =>
        keys.Select(key => (a[key.Column].IsNull || b[key.Column].IsNull) switch
        {
            true => a[key.Column].IsNull.CompareTo(b[key.Column].IsNull),
            false => ReferenceOrder.Compare(a[key.Column], b[key.Column], key),
        }).FirstOrDefault(order => order != 0)));

    private static string Key(IReadOnlyList<Value> values) => string.Concat(values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.ToText().Length}:{value.ToText()}")));

    // Values that are written differently and compare as equal (1 and 1.0) are told apart by their written form.
    private static int Compare(Value[] a, Value[] b) =>
        a.Zip(b, ReferenceOrder.Auto).FirstOrDefault(order => order != 0) is not 0 and var order ? order : string.CompareOrdinal(Key(a), Key(b));

    // A multivalue by-column puts its row under each of its values.
    private static IEnumerable<Value[]> Keys(Row row, AggregateStage stage) => stage.By.Aggregate(
        (IEnumerable<Value[]>)[[]], (all, column) => all.SelectMany(_ => ByValues(row, column, stage), (values, next) => (Value[])[.. values, next]));

    private static IEnumerable<Value> ByValues(Row row, string column, AggregateStage stage)
    {
        var value = row[column];
        if (value.IsNull)
            return stage.FillNull is null ? [] : [Value.Of(stage.FillNull)];
        if (stage.TimeSpan is not { Unit: BucketUnit.Second } width || column is not "_time" || ReferenceOrder.Number(value) is not { } seconds)
            return stage.DistinctBy ? value.Items.GroupBy(item => item.ToText(), StringComparer.Ordinal).Select(same => same.First()) : value.Items;
        var span = (BigInteger)width.Width * Timestamp.NanosecondsPerSecond;
        BigInteger time = Timestamp.FromSeconds(seconds).Nanoseconds;
        var start = time - (((time % span) + span) % span);
        return [Value.Of(new Timestamp((long)start))];
    }

    private Row GroupRow(AggregateStage stage, Value[] by, List<Row> members)
    {
        var row = new Row { Origin = new RowOrigin(members.Max(member => member.Origin.Newest), 0, RowOrigin.NoEvent) };
        for (var i = 0; i < by.Length; i++)
            row[stage.By[i]] = by[i];
        foreach (var function in stage.Functions.SelectMany(function => Expanded(function, stage.By, members)))
        {
            var contributions = members.SelectMany(
                member => (function.Argument is { } argument ? new ReferenceExpressions(member, run).Of(argument) : Value.Of(1)).Items,
                (member, item) => new Contribution(item, member));
            row[function.Column] = function.AllNumbers && contributions.Any(one => ReferenceOrder.Number(one.Value) is null)
                ? Value.Null
                : ReferenceAggregates.Of(function.Name, function.Percentile, [.. contributions]);
        }

        return row;
    }

    // A pattern means one aggregate for each column that some member has.
    private static IEnumerable<BoundAggregate> Expanded(BoundAggregate function, IReadOnlyCollection<string> by, IEnumerable<Row> members)
    {
        if (function.Pattern is not { } pattern)
            return [function];
        var names = members.SelectMany(member => member.Columns).Where(column => !column.Value.IsNull).Select(column => column.Key).Distinct(StringComparer.Ordinal);
        return names.Where(name => Fits(pattern, name) && !by.Contains(name, StringComparer.Ordinal)).Order(StringComparer.Ordinal).Select(name => function with
        {
            Argument = new FieldExpression(function.Span, new FieldSymbol.Column(name)),
            Column = Filled(pattern, function.Column, name),
        });
    }

    private static string Filled(string pattern, string target, string name)
    {
        var captured = new Queue<string>(Match(pattern, name).Groups.Values.Skip(1).Select(group => group.Value));
        return Regex.Replace(target, @"\*", _ => captured.TryDequeue(out var text) ? text : "", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private List<Row> Each(Action<Row> change)
    {
        foreach (var row in rows)
            change(row);
        return [.. rows];
    }
}
