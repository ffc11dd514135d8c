namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Where SPL surprises: each with the page of Splunk's manual that says so. Every search runs twice, through emitted code and through the reference evaluator.</summary>
public sealed class TrapTests
{
    // Search Manual, "Boolean expressions with logical operators".
    [Test]
    public void Or_binds_tighter_than_and_in_search() =>
        Assert.That(Users("status=404 OR status=500 bytes=100"), Is.EqualTo(new[] { "Alice" }));

    // Search Reference, "where": AND before OR.
    [Test]
    public void And_binds_tighter_than_or_in_where() =>
        Assert.That(Users("status=* | where status=404 OR status=500 AND bytes=100"), Is.EqualTo(new[] { "Alice", "bob" }));

    // Search Reference, "search": "Comparing two fields", the value is compared without case.
    [Test]
    public void Search_compares_without_case() => Assert.That(Users("user=ALICE"), Is.EqualTo(new[] { "Alice", "alice" }));

    // Search Reference, "where": string comparisons are case-sensitive.
    [Test]
    public void Where_compares_with_case() => Assert.That(Users("user=* | where user=\"alice\""), Is.EqualTo(new[] { "alice" }));

    // Search Reference, "search": "Use wildcards", also in quotes and inside IN.
    [TestCase("user=al*")]
    [TestCase("user=\"AL*\"")]
    [TestCase("user IN (a*, nobody)")]
    public void Search_takes_wildcards_everywhere(string condition) => Assert.That(Users(condition), Is.EqualTo(new[] { "Alice", "alice" }));

    // Search Reference, "where": wildcards only through like().
    [Test]
    public void Where_takes_a_star_literally() => Assert.That(Users("user=* | where user=\"al*\""), Is.Empty);

    // Search Reference, "search": equality is of text.
    [Test]
    public void Search_equality_is_of_text() => Assert.That(Count("status=1"), Is.Zero);

    // Evaluation functions, comparison: numbers compare as numbers.
    [Test]
    public void Where_equality_is_of_numbers() => Assert.That(Count("status=* | where status=1"), Is.EqualTo(1));

    // Search Reference, "search": < and > compare numbers where both sides are.
    [Test]
    public void Search_orders_numbers_as_numbers() => Assert.That(Users("bytes>9 user=*"), Is.EqualTo(new[] { "Alice", "alice" }));

    // Search Reference, "search": "CIDR matching".
    [Test]
    public void Search_matches_networks() => Assert.That(Users("src=10.0.0.0/8"), Is.EqualTo(new[] { "alice" }));

    // Search Manual, "Difference between NOT and !=".
    [Test]
    public void Not_equal_needs_the_field_and_not_does_not() =>
        Assert.That((Count("sourcetype=web user!=bob"), Count("sourcetype=web NOT user=bob")), Is.EqualTo((2, 3)));

    // Search Reference, "search": a multivalue field matches if any value does.
    [Test]
    public void Any_value_of_a_multivalue_matches() =>
        Assert.That((Users("tag=x"), Users("tag!=x")), Is.EqualTo((new[] { "bob" }, new[] { "bob" })));

    // Evaluation functions: null propagates, and a comparison with null is not true.
    [TestCase("sourcetype=web | where user!=\"bob\"", ExpectedResult = 2)]
    [TestCase("sourcetype=web | where NOT user=\"bob\"", ExpectedResult = 2)]
    [TestCase("sourcetype=web | eval x=user.\"!\" | where isnull(x)", ExpectedResult = 1)]
    public int Null_propagates(string search) => Count(search);

    // Search Reference, "eval": "." concatenates, "+" adds numbers or joins texts.
    [Test]
    public void Plus_adds_and_dot_joins() => Assert.That(
        Sample.Rows("user=bob | eval sum=bytes+1, text=bytes.1, words=user+\"!\" | table sum text words"),
        Is.EqualTo(new[] { "sum=10 text=91 words=bob!" }));

    // Search Reference, "eval": field names with other characters stand in single quotes, texts in double quotes.
    [Test]
    public void Single_quotes_name_fields() =>
        Assert.That(Sample.Rows("user=alice | eval a='user.name', b=\"user.name\" | where isnotnull(a) | table a b"), Is.EqualTo(new[] { "a=dotted b=user.name" }));

    // Search Reference, "stats": events that lack a by-field are left out.
    [Test]
    public void Stats_drops_events_without_the_by_field() =>
        Assert.That(Sample.Rows("sourcetype=web | stats count by user"), Is.EqualTo(new[] { "count=1 user=Alice", "count=1 user=alice", "count=1 user=bob" }));

    // Search Reference, "stats": the name of an aggregate without AS is its text.
    [Test]
    public void An_aggregate_is_named_by_its_text() =>
        Assert.That(Sample.Rows("sourcetype=web | stats dc(user), max(bytes)"), Is.EqualTo(new[] { "dc(user)=3 max(bytes)=abc" }));

    // Search Reference, "tstats": fillnull_value gives events without the field that text.
    [Test]
    public void Tstats_drops_without_fillnull_and_fills_with_it()
    {
        Assert.That(Sample.Rows("| tstats count from datamodel=Network_Traffic by All_Traffic.dest_port"), Has.Length.EqualTo(3));
        Assert.That(
            Sample.Rows("| tstats fillnull_value=none count from datamodel=Network_Traffic by All_Traffic.dest_port"),
            Has.Length.EqualTo(4).And.Some.EqualTo("All_Traffic.dest_port=none count=1"));
    }

    // Search Reference, "convert": ctime of an absent field does nothing.
    [Test]
    public void Ctime_of_an_absent_field_does_nothing() =>
        Assert.That(Sample.Rows("user=bob | convert ctime(missing) ctime(_time) | table user missing _time"), Is.EqualTo(new[] { "_time=01/01/1970 00:16:50 user=bob" }));

    // Search Manual, "About transforming commands and searches": events come newest first.
    [TestCase("sourcetype=web | dedup sourcetype | table bytes", ExpectedResult = "bytes=abc")]
    [TestCase("user=* | stats first(user) as f, last(user) as l, earliest(user) as e, latest(user) as n", ExpectedResult = "e=alice f=Alice l=alice n=Alice")]
    public string Events_come_newest_first(string search) => Sample.Rows(search).Single();

    // Search Reference, "stats": the rows are sorted by their by-fields, numbers as numbers.
    [Test]
    public void Groups_are_sorted_by_their_by_fields() => Assert.That(
        Sample.Rows("bytes=* | stats count by bytes | table bytes"), Is.EqualTo(new[] { "bytes=9", "bytes=10", "bytes=100", "bytes=abc" }));

    // Search Reference, "sort": numbers as numbers; rows without the field last.
    [Test]
    public void Sort_puts_the_absent_last() =>
        Assert.That(Sample.Rows("sourcetype=web | sort - user | table user status"), Is.EqualTo(new[] { "status=404 user=bob", "status=200 user=alice", "status=500 user=Alice", "status=1.0" }));

    // Search Reference, "rename": a field that is not there empties its target.
    [Test]
    public void Renaming_what_is_not_there_empties_the_target() =>
        Assert.That(Sample.Rows("user=bob | rename missing as user | table user status"), Is.EqualTo(new[] { "status=404" }));

    // Search Manual, "Specify time modifiers in your search": earliest inclusive, latest exclusive; now is the last event's time.
    [TestCase("sourcetype=web earliest=1010 latest=1030", ExpectedResult = 2)]
    [TestCase("earliest=-20s sourcetype=*", ExpectedResult = 0)]
    public int Time_bounds_hold(string search) => Count(search);

    // Search Manual, "Event segmentation and searching": a bare word is a whole term between breakers.
    [TestCase("404", ExpectedResult = 1)]
    [TestCase("40", ExpectedResult = 0)]
    [TestCase("40*", ExpectedResult = 1)]
    [TestCase("ALICE", ExpectedResult = 2)]
    [TestCase("user=alice \"status=200 bytes\"", ExpectedResult = 1)]
    [TestCase("user=alice lic", ExpectedResult = 0)]
    public int A_bare_word_is_a_whole_term(string search) => Count(search);

    private static string[] Users(string search) => [.. Sample.Rows(search + " | table user").Select(row => row.Replace("user=", "", StringComparison.Ordinal))];

    private static int Count(string search) => Sample.Rows(search + " | table sourcetype").Length;
}
