namespace DetectionKit.Language.Tests.Spl.SearchExpressions;

/// <summary>The search language: what binds to what.</summary>
internal sealed class SearchGrammarTests
{
    [TestCase("a=1 b=2", "(and (= a 1) (= b 2))")]
    [TestCase("a=1 AND b=2", "(and (= a 1) (= b 2))")]
    [TestCase("a=1 OR b=2 c=3", "(and (or (= a 1) (= b 2)) (= c 3))", TestName = "Or_binds_tighter_than_and_in_search")]
    [TestCase("a=1 b=2 OR c=3 AND d=4", "(and (= a 1) (or (= b 2) (= c 3)) (= d 4))")]
    [TestCase("NOT a=1 OR b=2", "(or (not (= a 1)) (= b 2))", TestName = "Not_binds_tighter_than_or_in_search")]
    [TestCase("(a=1 b=2) OR c=3", "(or (and (= a 1) (= b 2)) (= c 3))")]
    [TestCase("NOT (a=1 b=2)", "(not (and (= a 1) (= b 2)))")]
    [TestCase("NOT NOT a=1", "(not (not (= a 1)))")]
    [TestCase("a!=1 b<2 c<=3 d>4 e>=5 f==6", "(and (!= a 1) (< b 2) (<= c 3) (> d 4) (>= e 5) (= f 6))")]
    [TestCase("a = 1", "(= a 1)")]
    [TestCase("a IN (1, \"b c\", d*)", "(in a 1 \"b c\" d*)")]
    [TestCase("a in(1 2,,3,)", "(in a 1 2 3)")]
    [TestCase("a NOT IN (1)", "(not (in a 1))")]
    [TestCase("NOT a IN (1)", "(not (in a 1))")]
    [TestCase("\"a.b\"=c", "(= a.b c)")]
    [TestCase("'a b'=c", "(= \"a b\" c)")]
    [TestCase("foo \"bar baz\"", "(and (term foo) (term \"bar baz\"))")]
    [TestCase("TERM(10.0.0.1) x", "(and (TERM 10.0.0.1) (term x))")]
    [TestCase("a=-24h@h", "(= a -24h@h)")]
    [TestCase("a=*\\\\b.exe", "(= a *\\b.exe)")]
    [TestCase("a=\"*\\\\b.exe\"", "(= a *\\b.exe)")]
    [TestCase("a=C:\\Temp\\*", "(= a C:\\Temp\\*)")]
    [TestCase("a=b{}.c", "(= a b{}.c)")]
    [TestCase("a=\"\"", "(= a \"\")")]
    [TestCase("a=\"b\"*", "(= a b*)")]
    [TestCase("()", "(and)")]
    public void A_condition_is_read(string condition, string expected) =>
        Assert.That(SplTest.Syntax($"search {condition}"), Is.EqualTo(expected.Length == 0 ? "(search)" : $"(search {expected})"));
}
