using DetectionKit.Abstractions.Operators;

namespace DetectionKit.Abstractions.Tests.Operators;

public sealed class TextRegexTests
{
    // Perl-compatible regular expressions: pcre2pattern(3).
    [TestCase(@"^(?P<user>\w+)@(?P=user)$", "bob@bob", ExpectedResult = true)]
    [TestCase(@"\x{41}\x{1F600}", "A\U0001F600", ExpectedResult = true)]
    [TestCase(@"^[[:alpha:]_]+$", "ab_c", ExpectedResult = true)]
    [TestCase(@"^[[:alpha:]_]+$", "ab1", ExpectedResult = false)]
    [TestCase(@"^\d$", "\u0663", ExpectedResult = false, Description = "digits are ASCII")]
    [TestCase(@"^\w$", "\u00e9", ExpectedResult = false, Description = "words are ASCII")]
    [TestCase(@"^[]x]+$", "]x]", ExpectedResult = true)]
    [TestCase(@"^[a-[b]+$", "a[b", ExpectedResult = false)]
    [TestCase(@"\Qa.b*\E$", "xa.b*", ExpectedResult = true)]
    [TestCase(@"(?i)power\hshell", "POWER\tSHELL", ExpectedResult = true)]
    [TestCase(@"a(?!b)c", "ac", ExpectedResult = true, Description = "a lookahead needs backtracking and still works")]
    [TestCase(@"one\Rtwo", "one\r\ntwo", ExpectedResult = true)]
    [TestCase(@"\_\-\/", "_-/", ExpectedResult = true)]
    [TestCase(@"(unclosed", "(unclosed", ExpectedResult = false, Description = "what cannot be read matches nothing")]
    public bool Expressions_mean_what_pcre_means(string pattern, string text) => TextRegex.Of(pattern).IsMatch(text);

    [Test]
    public void An_expression_that_cannot_be_read_says_why()
    {
        Assert.That(TextRegex.Of("(a").Error, Is.Not.Null);
        Assert.That(TextRegex.Of("(a)").Error, Is.Null);
    }

    [Test]
    public void Catastrophic_backtracking_comes_to_an_end()
    {
        var text = new string('a', 40) + "!";
        Assert.That(TextRegex.Of("^(a+)+$").IsMatch(text), Is.False);
        Assert.That(TextRegex.Of(@"^(?=a)(a+)+\1$").IsMatch(text), Is.False);
    }

    [TestCase("1/14/2023", @"^(\d{1,2})/(\d{1,2})/", @"\2/\1/", ExpectedResult = "14/1/2023")]
    [TestCase("abc", "b", @"\\", ExpectedResult = @"a\c")]
    [TestCase("abc", "b", "$0", ExpectedResult = "a$0c")]
    [TestCase("abc", "b", @"\9", ExpectedResult = "ac")]
    [TestCase("abc", "(", "x", ExpectedResult = "abc")]
    public string Replacements_name_groups_with_a_backslash(string text, string pattern, string replacement) =>
        TextRegex.Of(pattern).Replace(text, replacement);
}
