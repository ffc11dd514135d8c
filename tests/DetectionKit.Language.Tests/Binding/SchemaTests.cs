using DetectionKit.Language.Tests.Spl;

namespace DetectionKit.Language.Tests.Binding;

/// <summary>Which columns rows have behind a command; <c>...</c> where others can be there too.</summary>
internal sealed class SchemaTests
{
    [TestCase("x", "...")]
    [TestCase("x | eval a=1", "a ...")]
    [TestCase("x | stats count dc(b) by a", "a count dc(b)")]
    [TestCase("x | stats dc( b ) as n, count(eval(c=1)) by a, a", "a n count(eval(c=1))")]
    [TestCase("x | table b, a", "b a")]
    [TestCase("x | table b a*", "b ...")]
    [TestCase("x | fields b, a", "b a _time _raw")]
    [TestCase("x | stats count by a b | fields a", "a")]
    [TestCase("x | stats count by a b | fields - a", "b count")]
    [TestCase("x | stats count by a b | fields a*, count", "a count")]
    [TestCase("x | stats count by a.x a.y b | rename a.* as *", "x y b count")]
    [TestCase("x | stats count by a b | rename a as b", "b count")]
    [TestCase("x | stats count by a b | rename a as c, c as d", "d b count")]
    [TestCase("x | stats count by a | eval b=a, c=b", "a count b c")]
    [TestCase("x | stats count by a | convert ctime(a) as b", "a count b")]
    [TestCase("x | stats count by a | fillnull value=0 b", "a count b")]
    [TestCase("x | stats count by app | lookup ports app", "app count port alias")]
    [TestCase("x | stats count by app | lookup ports app OUTPUT port AS p", "app count p")]
    [TestCase("x | stats count by app | lookup other app", "app count ...")]
    [TestCase("x | stats count by a1 a2 | stats values(a*) as b* by count", "count b1 b2")]
    [TestCase("x | stats count by a1 a2 | stats max(a*)", "max(a1) max(a2)")]
    [TestCase("| inputlookup ports | dedup app | sort port | search app=x", "app port alias")]
    [TestCase("| tstats count min(_time) as t from datamodel=Network_Traffic by _time span=1h All_Traffic.app", "_time All_Traffic.app count t")]
    public void The_columns_are_followed(string search, string expected)
    {
        var (plan, diagnostics) = SplTest.Compile(search);
        Assert.That(
            plan is null ? SplTest.Found(diagnostics) : string.Join(' ', plan.Schema.IsOpen ? [.. plan.Schema.Columns, "..."] : plan.Schema.Columns),
            Is.EqualTo(expected));
    }
}
