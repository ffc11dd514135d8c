using DetectionKit.Abstractions.Operators;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Abstractions.Tests.Operators;

public sealed class TextPatternTests
{
    [TestCase("", "", ExpectedResult = true)]
    [TestCase("*", "", ExpectedResult = true)]
    [TestCase("dns", "DNS", ExpectedResult = true)]
    [TestCase("dns", "mdns", ExpectedResult = false)]
    [TestCase("*dns", "mdns", ExpectedResult = true)]
    [TestCase("a*a", "a", ExpectedResult = false, Description = "the stretches do not overlap")]
    [TestCase("a*b*c", "aXbYbZc", ExpectedResult = true)]
    [TestCase("*\\powershell.exe", "C:\\Windows\\PowerShell.EXE", ExpectedResult = true)]
    [TestCase("a**b", "ab", ExpectedResult = true)]
    [TestCase("*a.b*", "xaxbx", ExpectedResult = false, Description = "a dot is a dot")]
    [TestCase("*x*y*", "line one x\nline two y", ExpectedResult = true)]
    public bool A_star_stands_for_any_text_and_case_does_not_count(string pattern, string text) => TextPattern.Of(pattern).IsMatch(text);

    [Test]
    public void It_agrees_with_a_regular_expression()
    {
        var texts = Gen.ListOf(Gen.Elements('a', 'b', 'B', '*', '.')).Select(units => string.Concat(units));
        Prop.ForAll(texts.Two().ToArbitrary(), pair =>
        {
            var (pattern, text) = pair;
            var expression = "^" + System.Text.RegularExpressions.Regex.Escape(pattern).Replace("\\*", "(?s:.*)", StringComparison.Ordinal) + "\\z";
            var expected = System.Text.RegularExpressions.Regex.IsMatch(
                text, expression, System.Text.RegularExpressions.RegexOptions.IgnoreCase, TimeSpan.FromSeconds(5));
            return TextPattern.Of(pattern).IsMatch(text) == expected;
        }).QuickCheckThrowOnFailure();
    }

    [TestCase("%", "", ExpectedResult = true)]
    [TestCase("_", "", ExpectedResult = false)]
    [TestCase("a_c", "abc", ExpectedResult = true)]
    [TestCase("a_c", "ABC", ExpectedResult = false)]
    [TestCase("%ab%", "aaab", ExpectedResult = true)]
    [TestCase("C:\\%", "C:\\Windows", ExpectedResult = true)]
    [TestCase("%a%b", "acbcb", ExpectedResult = true)]
    [TestCase("%a%b", "acbc", ExpectedResult = false)]
    public bool Like_knows_percent_and_underscore_and_counts_case(string pattern, string text) => LikePattern.Of(pattern).IsMatch(text);
}
