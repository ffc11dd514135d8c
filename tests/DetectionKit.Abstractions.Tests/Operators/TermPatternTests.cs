using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Operators;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Abstractions.Tests.Operators;

internal sealed class TermPatternTests
{
    private const string Major = @"\[\]<>(){}|!;,'""*\s&?+";
    private const string Minor = @"/:=@.\-$#%\\_";

    [TestCase("fail*login", "user=x FAILED-login", ExpectedResult = true)]
    [TestCase("fail*login", "fail the login", ExpectedResult = false, Description = "a star ends at a major breaker")]
    [TestCase("ail", "fail", ExpectedResult = false)]
    [TestCase("a b*c", "x a b a bxc y", ExpectedResult = true, Description = "the second of two beginnings reaches the end")]
    [TestCase("=x", "a=x", ExpectedResult = true)]
    [TestCase("*", "", ExpectedResult = true)]
    public bool Terms_stand_between_breakers(string term, string text) => TermPattern.Of(term).IsIn(text);

    [Test]
    public void A_term_may_be_as_long_as_a_text()
    {
        var value = string.Concat(Enumerable.Repeat("abc-", 50_000)) + "d";
        Assert.That((TermPattern.Of(value).IsIn($"x {value} y"), TermPattern.Of(value).IsIn(value[1..]), TermPattern.Of(value.Replace('-', '*')).IsIn(value)), Is.EqualTo((true, false, true)));
    }

    [Test]
    public void Terms_mean_what_an_expression_of_breakers_and_stretches_means()
    {
        var text = Gen.ArrayOf(Gen.Elements("aAb *=-.\n\"_".ToCharArray())).Select(units => new string(units));
        var cases = from term in text from subject in text from isTerm in Gen.Elements(true, false) from withCase in Gen.Elements(true, false) select (term, subject, isTerm, withCase);
        Prop.ForAll(cases.ToArbitrary(), one => TermPattern.Of(one.term, one.isTerm, one.withCase).IsIn(one.subject) == Expression(one.term, one.isTerm, one.withCase).IsMatch(one.subject))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static Regex Expression(string term, bool isTerm, bool withCase)
    {
        var breakers = $"[{Major}{(isTerm ? "" : Minor)}]";
        var begin = term.Length > 0 && term[0] != '*' && Fits(term[..1], breakers) ? "" : $"(?:^|{breakers})";
        var end = term.Length > 0 && term[^1] != '*' && Fits(term[^1..], breakers) ? "" : $"(?:$|{breakers})";
        return new(begin + string.Join($"[^{Major}]*", term.Split('*').Select(Regex.Escape)) + end, (withCase ? RegexOptions.None : RegexOptions.IgnoreCase) | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);
    }

    private static bool Fits(string unit, string breakers) => Regex.IsMatch(unit, breakers, RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);
}
