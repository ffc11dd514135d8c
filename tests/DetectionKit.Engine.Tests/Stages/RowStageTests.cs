using System.Collections.Immutable;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Stages;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>One table per stage: <c>rows => rows</c>. Pages are those of Splunk's Search Reference.</summary>
public sealed class RowStageTests
{
    // rename
    [TestCase("a>b", "a=1 c=2", "b=1 c=2", TestName = "Rename_keeps_the_place")]
    [TestCase("a>b", "a=1 b=2", "b=1", TestName = "Rename_takes_the_place_of_what_had_the_name")]
    [TestCase("x>b", "a=1 b=2", "a=1", TestName = "Rename_of_what_is_not_there_empties_the_target")]
    [TestCase("All_Traffic.*>*", "All_Traffic.app=http n=1", "app=http n=1", TestName = "Rename_drops_a_prefix")]
    [TestCase("*>p.*", "a=1 _time=5", "p.a=1 _time=5", TestName = "Rename_of_everything_leaves_internal_fields")]
    [TestCase("*_*>*.*", "a_b=1 c=2", "a.b=1 c=2", TestName = "Rename_carries_two_stars_over")]
    [TestCase("a>b;b>c", "a=1", "c=1", TestName = "Rename_goes_from_left_to_right")]
    public void Rename(string pairs, string row, string expected)
    {
        var spec = new RenameSpec([.. pairs.Split(';').Select(pair => new RenamePair(pair.Split('>')[0], pair.Split('>')[1]))]);
        Assert.That(Some.Run(spec, row), Is.EqualTo([expected]));
    }

    // fields
    [TestCase("c,a", false, "a=1 c=3 _time=5", TestName = "Fields_keeps_order_and_internal_fields")]
    [TestCase("a*", false, "a=1 ab=2 _time=5", TestName = "Fields_takes_patterns")]
    [TestCase("a", true, "ab=2 c=3 _time=5", TestName = "Fields_removes")]
    [TestCase("*", true, "_time=5", TestName = "Fields_removes_internal_fields_only_by_name")]
    [TestCase("_time", true, "a=1 ab=2 c=3", TestName = "Fields_removes_time_by_name")]
    public void Fields(string patterns, bool remove, string expected) =>
        Assert.That(Some.Run(new FieldsSpec([.. patterns.Split(',')], remove), "a=1 ab=2 c=3 _time=5"), Is.EqualTo([expected]));

    // table
    [TestCase("c,a", "c=3 a=1", TestName = "Table_has_the_order_that_is_asked_for")]
    [TestCase("b*,a", "ba=2 a=1", TestName = "Table_takes_patterns")]
    [TestCase("x,a", "a=1", TestName = "Table_keeps_a_column_that_is_absent")]
    [TestCase("*", "a=1 ba=2 c=3", TestName = "Table_of_everything_leaves_internal_fields_out")]
    public void Table(string patterns, string expected) =>
        Assert.That(Some.Run(new TableSpec([.. patterns.Split(',')]), "a=1 ba=2 c=3 _time=5"), Is.EqualTo([expected]));

    // sort
    [TestCase("a", "a=10;a=9;a=b;a=B;x=1", "a=9;a=10;a=B;a=b;x=1", TestName = "Sort_puts_numbers_before_texts_and_absent_last")]
    [TestCase("-a", "a=10;x=1;a=9;a=b", "a=b;a=10;a=9;x=1", TestName = "Sort_puts_absent_last_also_when_descending")]
    [TestCase("a", "a=10.0.0.9;a=10.0.0.10", "a=10.0.0.9;a=10.0.0.10", TestName = "Sort_compares_addresses_as_addresses")]
    [TestCase("str(a)", "a=10;a=9", "a=10;a=9", TestName = "Sort_as_text")]
    [TestCase("num(a)", "a='10';a='9'", "a=9;a=10", TestName = "Sort_as_numbers")]
    [TestCase("ip(a)", "a=10.0.0.9;a=9.0.0.10", "a=9.0.0.10;a=10.0.0.9", TestName = "Sort_as_addresses")]
    [TestCase("a,-b", "a=1 b=1;a=1 b=2;a=0 b=0", "a=0 b=0;a=1 b=2;a=1 b=1", TestName = "Sort_by_several_keys")]
    [TestCase("a", "a=1 n=1;a=1 n=2;a=0 n=3", "a=0 n=3;a=1 n=1;a=1 n=2", TestName = "Sort_is_stable")]
    public void Sort(string keys, string rows, string expected) =>
        Assert.That(string.Join(';', Some.Run(new SortSpec(Keys(keys), 0), rows.Split(';'))), Is.EqualTo(expected));

    [Test]
    public void Sort_keeps_as_many_rows_as_it_is_told() =>
        Assert.That(Some.Run(new SortSpec(Keys("a"), 2), "a=3", "a=1", "a=2"), Is.EqualTo(["a=1", "a=2"]));

    // dedup
    [TestCase("a", 1, "", "a=1 n=1;a=1 n=2;a=2 n=3;a=1 n=4;n=5", "a=1 n=1;a=2 n=3", TestName = "Dedup_keeps_the_first_and_drops_what_lacks_the_field")]
    [TestCase("a", 2, "", "a=1 n=1;a=1 n=2;a=1 n=3", "a=1 n=1;a=1 n=2", TestName = "Dedup_keeps_as_many_as_it_is_told")]
    [TestCase("a", 1, "keepempty", "a=1 n=1;n=2;n=3", "a=1 n=1;n=2;n=3", TestName = "Dedup_keepempty_keeps_what_lacks_the_field")]
    [TestCase("a", 1, "keepevents", "a=1 n=1;a=1 n=2", "a=1 n=1;n=2", TestName = "Dedup_keepevents_keeps_the_rest_without_the_field")]
    [TestCase("a", 1, "consecutive", "a=1 n=1;a=1 n=2;a=2 n=3;a=1 n=4", "a=1 n=1;a=2 n=3;a=1 n=4", TestName = "Dedup_consecutive_looks_at_neighbours")]
    [TestCase("a", 1, "sortby", "a=1 n=1;a=1 n=2", "a=1 n=2", TestName = "Dedup_sortby_sorts_before")]
    [TestCase("a,b", 1, "", "a=x b=yz;a=xy b=z;a=x b=yz", "a=x b=yz;a=xy b=z", TestName = "Dedup_does_not_mix_fields_up")]
    public void Dedup(string columns, int keep, string options, string rows, string expected)
    {
        bool Has(string option) => options.Contains(option, StringComparison.Ordinal);
        var spec = new DedupSpec([.. columns.Split(',')], keep, Has("keepevents"), Has("keepempty"), Has("consecutive"), Has("sortby") ? Keys("-n") : []);
        Assert.That(string.Join(';', Some.Run(spec, rows.Split(';'))), Is.EqualTo(expected));
    }

    // fillnull
    [TestCase("", "a=1;b=2", "a=1 b=0;b=2 a=0", TestName = "Fillnull_fills_every_field_that_some_row_has")]
    [TestCase("a,c", "a=1;b=2", "a=1 c=0;b=2 a=0 c=0", TestName = "Fillnull_fills_the_fields_that_are_named")]
    public void FillNull(string columns, string rows, string expected)
    {
        var spec = new FillNullSpec(Value.Of(0), [.. columns.Split(',', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.That(string.Join(';', Some.Run(spec, rows.Split(';'))), Is.EqualTo(expected));
    }

    [Test]
    public void Where_keeps_what_holds() =>
        Assert.That(Some.Run(new WhereSpec((row, _) => row["a"].ToText() is "1"), "a=1", "a=2", "b=1"), Is.EqualTo(["a=1"]));

    [Test]
    public void Eval_sees_what_was_set_before_and_an_absent_result_takes_the_column_away()
    {
        var spec = new EvalSpec([new("b", Some.Field("a")), new("c", Some.Field("b")), new("a", (_, _) => Value.Null)]);
        Assert.That(Some.Run(spec, "a=1"), Is.EqualTo(["b=1 c=1"]));
    }

    private static ImmutableArray<SortKey> Keys(string text) =>
    [
        .. text.Split(',').Select(key =>
        {
            var name = key.TrimStart('-');
            var comparison = name.Split('(')[0] switch { "str" => SortComparison.Text, "num" => SortComparison.Number, "ip" => SortComparison.Ip, _ => SortComparison.Auto };
            return new SortKey(name.Contains('(', StringComparison.Ordinal) ? name.Split('(')[1].TrimEnd(')') : name, key.StartsWith('-'), comparison);
        }),
    ];

    [TestCase("""{"x":1}""", """{"a":{"x":1}}""")]
    [TestCase("\"\\ud800\"", """{"a":"\"\\ud800\""}""", Description = "half of a surrogate pair is no character")]
    [TestCase("""["\ud800"]""", """{"a":"[\"\\ud800\"]"}""")]
    [TestCase("""{"x":1""", """{"a":"{\"x\":1"}""")]
    public void A_text_that_only_looks_like_json_stays_a_text(string text, string expected)
    {
        var row = new Row { ["a"] = Value.Of(text) };
        var made = StageCatalogue.Run([new ToJsonSpec([], JsonColumnType.Auto, FillNull: false, IncludeInternal: false, "out")], [row], Some.Context()).Single();
        Assert.That(made["out"].ToText(), Is.EqualTo(expected));
    }
}
