namespace DetectionKit.Language.Tests.Spl.Commands;

/// <summary>What is wrong with a search's grammar, and where: <c>«»</c> marks each place.</summary>
internal sealed class SyntaxErrorTests
{
    [TestCase("«»", "DK2010 the search is empty")]
    [TestCase("a=1 | «»", "DK2002 expected a command, found the end of the search")]
    [TestCase("a=1 | «tabel» b", "DK2003 unknown command `tabel`; did you mean `table`?")]
    [TestCase("a=1 | stats count by a b «rename» c as d, e as f", "DK2017 a `|` is missing before the command `rename`")]
    [TestCase("a=1 | table a b «where» isnotnull(a)", "DK2017 a `|` is missing before the command `where`")]
    [TestCase("a=1 | fields a b «sort» - a", "DK2017 a `|` is missing before the command `sort`")]
    [TestCase("a=1 | stats count by a «lookup» ports app OUTPUT port", "DK2017 a `|` is missing before the command `lookup`")]
    [TestCase("a=1 | dedup a «rename» b as c", "DK2017 a `|` is missing before the command `rename`")]
    [TestCase("| set «1» [search a=1] [search b=1]", "DK2002 expected `union`, `diff` or `intersect`, found `1`")]
    [TestCase("a=1 | timechart count | timewrap «0.5d»", "DK2002 expected a span of time such as `1d`, found `0.5d`")]
    [TestCase("a=1 | tojson default_type=«2»", "DK2007 `default_type` cannot be `2`: expected one of `auto bool json none num str`")]
    [TestCase("a=1 | stats allnum=«maybe» sum(b)", "DK2007 `allnum` cannot be `maybe`: expected `true` or `false`")]
    [TestCase("a=1 | «kvform» b", "DK2030 the command `kvform` is left out by design: it needs what an installation has stored: forms, transaction types, lists of threats")]
    [TestCase("a=1 | «tabel» b | «tble» c", "DK2003 unknown command `tabel`; did you mean `table`?\nDK2003 unknown command `tble`; did you mean `table`?")]
    [TestCase("a=«\"»b | table c", "DK2001 this text in double quotes is not closed")]
    [TestCase("a=1 | where «'»b = 1", "DK2001 this field name in single quotes is not closed")]
    [TestCase("a=1 «```» b", "DK2001 this comment is not closed")]
    [TestCase("«(»a=1 b=2", "DK2001 this parenthesis is not closed")]
    [TestCase("a=1«)» b=2", "DK2002 expected a condition, found `)`")]
    [TestCase("a=«»", "DK2002 expected a value, found the end of the search")]
    [TestCase("a=1 OR «|» table b", "DK2002 expected a condition behind `OR`, found `|`")]
    [TestCase("NOT «»", "DK2002 expected a condition behind `NOT`, found the end of the search")]
    [TestCase("a IN («)»", "DK2002 expected a value, found `)`")]
    [TestCase("a IN «(»b", "DK2001 this parenthesis is not closed")]
    [TestCase("a=1 «or» b=2", "DK2012 `or` in lower case is a word to search for; the operator is `OR`")]
    [TestCase("a=«\"b \"c\" d\"»", "DK2013 the quotes inside this value are not part of it; write \\\" for a quote")]
    [TestCase("a=1 | where b «c»", "DK2002 expected an operator or the end of the command, found `c`")]
    [TestCase("a=1 | where b = «»", "DK2002 expected an expression, found the end of the search")]
    [TestCase("a=1 | where «(»b = 1", "DK2001 this parenthesis is not closed")]
    [TestCase("a=1 | where match(b «c»)", "DK2002 expected an operator, `,` or `)`, found `c`")]
    [TestCase("a=1 | eval b «+» 1", "DK2002 expected `=`, found `+`")]
    [TestCase("a=1 | stats count by «»", "DK2002 expected a field behind `by`, found the end of the search")]
    [TestCase("a=1 | stats «cuont»(b)", "DK2016 unknown aggregate function `cuont`; did you mean `count`?")]
    [TestCase("a=1 | stats count «partition»=2", "DK2006 `stats` has no option `partition`; did you mean `partitions`?")]
    [TestCase("a=1 | dedup b keepempty=«maybe»", "DK2007 `keepempty` cannot be `maybe`: expected `true` or `false`")]
    [TestCase("a=1 | dedup «0» b", "DK2007 `the count of `dedup`` cannot be `0`: expected 1 or more")]
    [TestCase("| tstats count from datamodel=Network_Traffic by _time span=«1parsec»", "DK2007 `span` cannot be `1parsec`: expected a span such as `1h`, `30m`, `10s`, `1mon`")]
    [TestCase("| tstats count from datamodel=Network_Traffic by _time span=«2log10»", "DK2007 `span` cannot be `2log10`: expected a span such as `1h`, `30m`, `10s`, `1mon`")]
    [TestCase("| «rest» /services/server/info | where x=1", "DK3032 `rest` asks a Splunk installation, and there is none here: it finds nothing")]
    [TestCase("| from savedsearch:«mine» | stats count", "DK3032 `from savedsearch` asks a Splunk installation, and there is none here: it finds nothing")]
    [TestCase("a=1 | «gauge» count", "DK2030 the command `gauge` is left out by design: it prepares a drawing")]
    [TestCase("a=1 | map «»", "DK2002 expected `search=` or a subsearch in `[ ]`, found the end of the search")]
    [TestCase("a=1 | map «saved»", "DK2002 expected `search=` or a subsearch in `[ ]`, found `saved`")]
    [TestCase("a=1 | map search=«x» ", "DK2002 expected a search in double quotes, found `x`")]
    [TestCase("a=1 | map search=\"search b=\\\"c\\\" | «frobnicate»\"", "DK2003 unknown command `frobnicate`")]
    [TestCase("a=1 | stats count by b | map search=\"search b=$«bb»$\"", "DK3004 no row can have the field `bb` here: the commands before it leave `b`, `count`; did you mean `b`?")]
    [TestCase("a=1 | eval b=«[search c | stats count]»", "DK2002 expected a subsearch that ends with `return $field`, found one without")]
    [TestCase("a=«[search c | stats count]»", "DK2002 expected a subsearch that ends with `return $field`, found one without")]
    [TestCase("a=1 | timechart count by b where max in «five»", "DK2002 expected `top5` or `bottom5`, found `five`")]
    [TestCase("a=1 | chart count over a by b where max «top5»", "DK2002 expected `in top5`, `notin bottom5`, `>` or `<`, found `top5`")]
    [TestCase("a=1 | stats «per_hour»(b)", "DK2016 unknown aggregate function `per_hour` here: it belongs to `timechart`")]
    [TestCase("a=1 | bin _time span=«1w@parsec»", "DK2007 `span` cannot be `1w@parsec`: expected a span such as `10`, `5m`, `1mon`, `2log10`")]
    [TestCase("a=1 «[»search b=2", "DK2001 this bracket is not closed")]
    [TestCase("| «where» a=1", "DK2015 `where` cannot be the first command: nothing comes before it")]
    [TestCase("a=1 | «tstats» count from datamodel=Network_Traffic", "DK2014 `tstats` without `prestats=true append=true` must be the first command of a search")]
    [TestCase("a=1 | rename b «c»", "DK2002 expected `AS` and the new name, found `c`")]
    [TestCase("a=1 | convert «cttime»(b)", "DK3009 unknown function `cttime`; did you mean `ctime`?")]
    public void An_error_is_reported_at_its_place(string marked, string expected) => Assert.That(SplTest.Marked(marked), Is.EqualTo(expected));

    [Test]
    public void Nesting_beyond_the_limit_is_an_error_and_not_a_crash()
    {
        foreach (var search in new[]
        {
            new string('(', 100_000) + "a",
            string.Concat(Enumerable.Repeat("NOT ", 100_000)) + "a",
            "a=1 | where " + new string('(', 100_000) + "a",
            "a=1 | where " + string.Concat(Enumerable.Repeat("NOT ", 100_000)) + "a",
            "a=1 | eval b=" + new string('-', 100_000) + "a",
            "a=1 | eval b=a" + string.Concat(Enumerable.Repeat(".a", 100_000)),
            "a=1 | eval b=" + string.Concat(Enumerable.Repeat("abs(", 100_000)),
        })
            Assert.That(SplTest.Compile(search).Diagnostics.Select(found => found.Descriptor.Code), Is.EqualTo(new[] { "DK2009" }));
    }

    [Test]
    public void Words_that_are_commands_too_are_told_apart_however_many_there_are() =>
        Assert.That(SplTest.Marked("x " + string.Concat(Enumerable.Repeat("search a ", 200))), Is.Empty);
}
