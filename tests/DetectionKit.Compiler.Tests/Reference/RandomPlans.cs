using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Binding.Functions;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Symbols;
using FsCheck;
using FsCheck.Fluent;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Random predicates, conditions and expressions over a few fields, and random events and rows whose values lie close to their literals.</summary>
internal static class RandomPlans
{
    private static readonly string[] Columns = ["a", "b", "c"];

    private static readonly Value[] Pool =
    [
        Value.Null, Value.Of(""), Value.Of("1"), Value.Of("1.0"), Value.Of("10"), Value.Of("9"), Value.Of("-2.5"), Value.Of("abc"), Value.Of("ABC"), Value.Of("ab*"),
        Value.Of("10.1.2.3"), Value.Of("2001:db8::1"), Value.Of("1e3"), Value.Of("xABCd"), Value.Of("abc abcd"), Value.Of(1), Value.Of(10), Value.Of(0), Value.Of(2.5), Value.Of(1.0), Value.Of(-7),
        Value.OfMany([Value.Of("1"), Value.Of("abc")]), Value.OfMany([Value.Of(9), Value.Of("10.200.0.1"), Value.Of("x")]),
    ];

    private static readonly string[] Patterns = ["", "1", "10", "abc", "a*", "*c", "*b*", "*", "a*c", "10.*", "1*0", "ab*", "**", "9", "abc*", "*ABC*", "*abc*bcd", "*ab*bcd*"];

    private static readonly ComparisonOperator[] All = Enum.GetValues<ComparisonOperator>();

    public static Gen<Row> Rows => Gen.Elements(Pool).ArrayOf(Columns.Length).Select(values =>
    {
        var row = new Row();
        for (var i = 0; i < Columns.Length; i++)
        {
            if (!values[i].IsNull)
                row[Columns[i]] = values[i];
        }

        return row;
    });

    public static Gen<RawEvent> RawEvents => Rows.Select(row =>
    {
        var e = new RawEvent(default, "t", "s");
        foreach (var (name, value) in row.Columns)
            e.Add(name, value);
        return e;
    });

    public static Gen<NetworkTraffic> Traffic =>
        from app in Gen.Elements("abc", "ABC", "1", "", "a10c")
        from port in Gen.Elements<long?>(null, 1, 9, 10, 100)
        from duration in Gen.Elements<double?>(null, 1, 2.5, 10)
        from address in Gen.Elements("", "10.1.2.3", "10.200.0.1", "11.0.0.1", "2001:db8::1")
        from tag in Gen.Elements(Pool)
        from unit in Gen.Elements(null, "abc")
        select new NetworkTraffic
        {
            Time = Timestamp.FromSeconds(10),
            App = app,
            DestPort = port,
            Duration = duration,
            SrcIp = IpAddress.TryParse(address, out var ip) ? ip : default,
            Tag = tag,
            Entities = unit is null ? null : new OneUnit(unit),
        };

    public static Gen<BoundPredicate> ModelPredicates => Predicates(Gen.Elements("app", "tag", "src_bunit", "src_ip", "dest_port", "duration").Select(Field), depth: 3);

    public static Gen<BoundPredicate> RawPredicates => Predicates(Gen.Elements(Columns).Select(name => (FieldSymbol)new FieldSymbol.OfRaw(name)), depth: 3);

    public static Gen<BoundPredicate> RowPredicates => Predicates(Gen.Elements(Columns).Select(name => (FieldSymbol)new FieldSymbol.Column(name)), depth: 3);

    public static Gen<BoundCondition> Conditions(int depth) => depth == 0
        ? Gen.Frequency(
            (1, Gen.Elements<bool?>(true, false, null).Select(value => (BoundCondition)new ConstantCondition(Nowhere, value))),
            (6, Comparison(depth)))
        : Gen.Frequency(
            (4, Comparison(depth - 1)),
            (2, Conditions(depth - 1).Select(part => (BoundCondition)new NotCondition(Nowhere, part))),
            (4, from sign in Gen.Elements(Enum.GetValues<LogicalOperator>())
                from parts in ListOf(Conditions(depth - 1), 2, 3)
                select (BoundCondition)new LogicalCondition(Nowhere, sign, parts)),
            (1, RowPredicates.Select(predicate => (BoundCondition)new SearchCondition(Nowhere, predicate))),
            (1, from operand in Expressions(0)
                from choices in ListOf(Expressions(0), 1, 4)
                select (BoundCondition)new InCondition(Nowhere, operand, choices)),
            (1, from operand in Expressions(depth - 1)
                from name in Gen.Elements("isnull", "isnum", "isstr")
                select (BoundCondition)new PredicateCallCondition(Nowhere, FunctionCatalogue.All[name], [operand])),
            (1, from operand in Expressions(0)
                from pattern in Gen.Elements("a%", "%c", "1_", "%")
                select (BoundCondition)new PredicateCallCondition(Nowhere, FunctionCatalogue.All["like"], [operand, new LiteralExpression(Nowhere, Value.Of(pattern))])));

    public static Gen<BoundExpression> Expressions(int depth) => depth == 0
        ? Gen.OneOf(
            Gen.Elements(Pool.Where(value => value.Count < 2)).Select(value => (BoundExpression)new LiteralExpression(Nowhere, value)),
            Gen.Elements(Columns).Select(name => (BoundExpression)new FieldExpression(Nowhere, new FieldSymbol.Column(name))))
        : Gen.Frequency(
            (2, Expressions(0)),
            (3, from sign in Gen.Elements(Enum.GetValues<ArithmeticOperator>())
                from left in Expressions(depth - 1)
                from right in Expressions(depth - 1)
                select (BoundExpression)new ArithmeticExpression(Nowhere, sign, left, right)),
            (1, Expressions(depth - 1).Select(operand => (BoundExpression)new NegateExpression(Nowhere, operand))),
            (2, from condition in Conditions(depth - 1)
                from then in Expressions(depth - 1)
                from otherwise in Expressions(depth - 1)
                select (BoundExpression)new IfExpression(Nowhere, condition, then, otherwise)),
            (1, Branches(depth).Select(branches => (BoundExpression)new CaseExpression(Nowhere, branches))),
            (1, Branches(depth).Select(branches => (BoundExpression)new ValidateExpression(Nowhere, branches))),
            (1, ListOf(Expressions(depth - 1), 1, 3).Select(operands => (BoundExpression)new CoalesceExpression(Nowhere, operands))),
            (1, Conditions(depth - 1).Select(condition => (BoundExpression)new TruthExpression(Nowhere, condition))),
            (1, ListOf(Expressions(depth - 1), 1, 3).Select(operands => (BoundExpression)new CallExpression(Nowhere, FunctionCatalogue.All["max"], operands))),
            (1, Expressions(depth - 1).Select(operand => (BoundExpression)new CallExpression(Nowhere, FunctionCatalogue.All["upper"], [operand]))),
            // No more than two inside one another: three are refused for what they may cost.
            (1, from column in Gen.Elements(Columns) from body in Expressions(Math.Min(depth - 1, 1)) select (BoundExpression)new MapItemsExpression(Nowhere, column, new FieldExpression(Nowhere, new FieldSymbol.Column(column)), body)),
            (1, from column in Gen.Elements(Columns) from condition in Conditions(Math.Min(depth - 1, 1)) select (BoundExpression)new FilterItemsExpression(Nowhere, column, condition)));

    private static Gen<BoundCondition> Comparison(int depth) =>
        from sign in Gen.Elements(All)
        from left in Expressions(depth)
        from right in Expressions(depth)
        select (BoundCondition)new ComparisonCondition(Nowhere, sign, left, right);

    private static Gen<ImmutableArray<CaseBranch>> Branches(int depth) =>
        ListOf(from condition in Conditions(depth - 1) from value in Expressions(depth - 1) select new CaseBranch(condition, value), 1, 3);

    private static Gen<BoundPredicate> Predicates(Gen<FieldSymbol> fields, int depth) => depth == 0
        ? fields.SelectMany(Leaves)
        : Gen.Frequency(
            (3, fields.SelectMany(Leaves)),
            (2, ListOf(Predicates(fields, depth - 1), 2, 3).Select(parts => (BoundPredicate)new AndPredicate(Nowhere, parts))),
            (2, ListOf(Predicates(fields, depth - 1), 2, 3).Select(parts => (BoundPredicate)new OrPredicate(Nowhere, parts))),
            (1, Predicates(fields, depth - 1).Select(part => (BoundPredicate)new NotPredicate(Nowhere, part))),
            (1, fields.SelectMany(field => ListOf(Choices(field), 1, 5).Select(choices => (BoundPredicate)new InPredicate(Nowhere, field, choices)))));

    private static Gen<BoundPredicate> Choices(FieldSymbol field) => Gen.OneOf(Text(field, false), Network(field, false));

    private static Gen<BoundPredicate> Leaves(FieldSymbol field)
    {
        var leaves = new List<Gen<BoundPredicate>>
        {
            Gen.Elements(true, false).SelectMany(negated => Text(field, negated)),
            Gen.Elements(true, false).SelectMany(negated => Network(field, negated)),
            Gen.Constant((BoundPredicate)new ExistsPredicate(Nowhere, field)),
            from sign in Gen.Elements(All.Where(sign => sign is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual)))
            from text in Gen.Elements("1", "9.5", "abc", "B", "")
            select (BoundPredicate)new OrderPredicate(Nowhere, field, sign, text, null),
        };
        if (field.Type is Abstractions.Models.FieldType.Integer)
            leaves.Add(from sign in Gen.Elements(All) from number in Gen.Elements(1L, 9, 10) select (BoundPredicate)new IntegerPredicate(Nowhere, field, sign, number));
        if (field.Type is Abstractions.Models.FieldType.Integer or Abstractions.Models.FieldType.Number)
            leaves.Add(from sign in Gen.Elements(All) from number in Gen.Elements(1, 2.5, 10) select (BoundPredicate)new NumberPredicate(Nowhere, field, sign, number));
        if (field.Type is Abstractions.Models.FieldType.Ip)
            leaves.Add(Gen.Elements(true, false).Select(negated => (BoundPredicate)new AddressPredicate(Nowhere, field, negated, Address("10.1.2.3"))));
        if (field is not FieldSymbol.OfModel)
            leaves.Add(from text in Gen.Elements(Patterns) from isTerm in Gen.Elements(true, false) from withCase in Gen.Elements(true, false) select (BoundPredicate)new FreeTextPredicate(Nowhere, new TextPattern(text, withCase), isTerm));
        return Gen.OneOf(leaves);
    }

    private static Gen<BoundPredicate> Text(FieldSymbol field, bool negated) =>
        from text in Gen.Elements(Patterns)
        from withCase in Gen.Elements(false, false, true)
        select (BoundPredicate)new TextPredicate(Nowhere, field, negated, new TextPattern(text, withCase));

    private static Gen<BoundPredicate> Network(FieldSymbol field, bool negated) =>
        Gen.Elements(("10.0.0.0", 8), ("10.1.2.3", 32), ("10.1.0.0", 15), ("2001:db8::", 32), ("0.0.0.0", 0))
            .Select(network => (BoundPredicate)new NetworkPredicate(Nowhere, field, negated, Address(network.Item1), network.Item2));

    private static IpAddress Address(string text) => IpAddress.TryParse(text, out var address) ? address : default;

    internal static Gen<ImmutableArray<T>> ListOf<T>(Gen<T> items, int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => items.ArrayOf(count)).Select(array => array.ToImmutableArray());

    // Whatever the asset, it is of that unit.
    private sealed class OneUnit(string unit) : IEntityDirectory
    {
        public Value Find(Value entity, string attribute) => Value.Of(unit);
    }
}
