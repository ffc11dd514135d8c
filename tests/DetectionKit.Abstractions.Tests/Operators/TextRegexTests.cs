using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

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
    [TestCase(@"^[\w-.]+$", "a-b.c", ExpectedResult = true, Description = "a hyphen behind a named set is itself")]
    [TestCase(@"^[a-c-x]+$", "b-x", ExpectedResult = true, Description = "a hyphen behind a range is itself")]
    [TestCase(@"^[a-c-x]+$", "w", ExpectedResult = false)]
    [TestCase(@"^[a-\d]+$", "a-7", ExpectedResult = true)]
    [TestCase(@"^[^\W_]+$", "a_", ExpectedResult = false)]
    [TestCase(@"^[^\W_]+$", "a9", ExpectedResult = true)]
    [TestCase(@"^[\D]$", "7", ExpectedResult = false)]
    [TestCase(@"^\W$", "\u00e9", ExpectedResult = true)]
    [TestCase(@"^[[:^digit:]]+$", "ab", ExpectedResult = true)]
    [TestCase(@"^[\x41-\x43]+$", "ABC", ExpectedResult = true)]
    [TestCase(@"^[.\]\[]+$", ".][", ExpectedResult = true)]
    [TestCase(@"^\x41\102\o{103}\cI$", "ABC\t", ExpectedResult = true)]
    [TestCase(@"^a++b$", "aaab", ExpectedResult = true)]
    [TestCase(@"^a++a$", "aaa", ExpectedResult = false, Description = "possessive: nothing is given back")]
    [TestCase(@"^(?:ab)*+c$", "ababc", ExpectedResult = true)]
    [TestCase(@"^[ab]{2}+b$", "abb", ExpectedResult = true)]
    [TestCase(@"^(?P<n>a)(b)\2\1$", "abba", ExpectedResult = true, Description = "named groups are numbered among the others")]
    [TestCase(@"^(a)(?<n>b)\g{n}\g{-2}\k'n'\k{n}$", "abbabb", ExpectedResult = true)]
    [TestCase(@"^a(?#comment)b$", "ab", ExpectedResult = true)]
    [TestCase(@"^(<)?a(?(1)>|!)$", "<a>", ExpectedResult = true, Description = "a condition on a group")]
    [TestCase(@"^(<)?a(?(1)>|!)$", "<a!", ExpectedResult = false)]
    [TestCase(@"^(?<open><)?(a)(?(open)>|!)(b)\3$", "<a>bb", ExpectedResult = true, Description = "a condition is no group: the next is the third")]
    [TestCase(@"^(?<open><)?(a)(?(<open>)>|!)$", "a!", ExpectedResult = true)]
    [TestCase(@"^(x)?(?(-1)y|z)$", "xy", ExpectedResult = true)]
    [TestCase(@"^(?(1", "", ExpectedResult = false)]
    [TestCase(@"^(?())$", "", ExpectedResult = false)]
    [TestCase(@"(?(DEFINE)(?<n>a))b", "b", ExpectedResult = false)]
    [TestCase(@"^(?(?=a)ab|cd)$", "cd", ExpectedResult = true, Description = "a condition that looks ahead")]
    [TestCase(@"^(?i-s)AB$", "ab", ExpectedResult = true)]
    [TestCase(@"^(?i:A)B$", "aB", ExpectedResult = true)]
    [TestCase(@"^a{,2}$", "a{,2}", ExpectedResult = true, Description = "no quantifier: itself")]
    [TestCase(@"^{x}$", "{x}", ExpectedResult = true)]
    [TestCase(@"^\N\pL\p{Lu}\P{Lu}\p{^Lu}$", "-aAaa", ExpectedResult = true)]
    [TestCase(@"^\i\j$", "ij", ExpectedResult = true, Description = "an escaped letter without a meaning is itself")]
    [TestCase("^\U0001F600+$", "\U0001F600\U0001F600", ExpectedResult = true, Description = "a quantifier repeats the whole character")]
    [TestCase(@"^(?>a|ab)c$", "abc", ExpectedResult = false)]
    [TestCase(@"(?<!a)b", "ab", ExpectedResult = false)]
    [TestCase(@"^(?'n'x)\k<n>$", "xx", ExpectedResult = true)]
    public bool Expressions_mean_what_pcre_means(string pattern, string text)
    {
        var found = TextRegex.Of(pattern).IsMatch(text);
        Assert.That(TextFunctions.Match(Value.Of(text), Value.Of(pattern)), Is.EqualTo(found), "one that a row holds");
        return found;
    }

    [Test]
    public void An_expression_that_cannot_be_read_says_why()
    {
        Assert.That(TextRegex.Of("(a").Error, Is.Not.Null);
        Assert.That(TextRegex.Of(@"\p{Any}").Error, Does.Contain("Any"), "not silently another property");
        Assert.That(TextRegex.Of("(a)").Error, Is.Null);
    }

    [TestCase("a(b", 1)]
    [TestCase("ab)", 2)]
    [TestCase("x[abc", 1)]
    [TestCase("a|*b", 2)]
    [TestCase("a[z-a]", 4)]
    [TestCase("ab(?R)", 2)]
    [TestCase("ab(?<1x>c)", 2)]
    [TestCase(@"abc\", 3)]
    [TestCase(@"(?P<n>x)[[:nope:]]", 9)]
    [TestCase(@"ab\k<no>", 2)]
    [TestCase("ab{5,2}", 6)]
    public void An_error_has_its_place(string pattern, int offset)
    {
        var regex = TextRegex.Of(pattern);
        Assert.That((regex.Error is null, regex.ErrorOffset), Is.EqualTo((false, offset)), regex.Error);
    }

    [Test]
    public void Groups_keep_the_numbers_of_pcre()
    {
        var regex = TextRegex.Of("(?<a>.)(.)(?P<b>.)");
        Assert.That(regex.Groups, Is.EqualTo(new RegexGroup[] { new(1, "a"), new(2, null), new(3, "b") }));
        Assert.That(regex.Matches("xyz")[0].Groups[2].Value + regex.Matches("xyz")[0].Groups[3].Value, Is.EqualTo("yz"));
    }

    [TestCase(@"(?P<x>[a-z]{1,20})\b", ExpectedResult = true)]
    [TestCase("(?=a)b", ExpectedResult = false)]
    [TestCase(@"(\w{1,500}){1,500}", ExpectedResult = false)]
    public bool Linear_where_the_expression_allows_it(string pattern) => TextRegex.Of(pattern).IsLinear;

    [Test]
    public void Catastrophic_backtracking_comes_to_an_end()
    {
        var text = new string('a', 40) + "!";
        Assert.That(TextRegex.Of("^(a+)+$").IsMatch(text), Is.False);
        Assert.That(TextRegex.Of(@"^(?=a)(a+)+\1$").IsMatch(text), Is.False);
        Assert.That(TextFunctions.Match(Value.Of(text), Value.Of("^(a+)+$")), Is.False, "one that a row holds");
    }

    [Test]
    public void An_expression_that_a_row_holds_becomes_an_automaton_when_a_text_takes_long()
    {
        var regex = TextRegex.OfData("^(x+)+$");
        Assert.That((regex.IsMatch("xxx"), regex.IsLinear), Is.EqualTo((true, false)));
        Assert.That((regex.IsMatch(new string('x', 40) + "!"), regex.IsLinear, regex.Undecided), Is.EqualTo((false, true, 0)));
        Assert.That(regex.Replace("xx", "y"), Is.EqualTo("y"));
    }

    [Test]
    public void Groups_of_a_text_that_takes_long_come_from_the_automaton()
    {
        var regex = TextRegex.Of("^(x+)+(y?)!");
        Assert.That(regex.Replace("xxy!", @"\2"), Is.EqualTo("y"));
        Assert.That((regex.Replace(new string('x', 40), "z"), regex.Undecided), Is.EqualTo((new string('x', 40), 0)));
        Assert.That((regex.Replace("xxy!", @"\2"), regex.IsLinear), Is.EqualTo(("y", true)));
    }

    [Test]
    public void An_expression_that_a_row_holds_may_not_be_of_any_length()
    {
        var nested = string.Concat(Enumerable.Repeat("(?=a", 20_000)) + new string(')', 20_000);
        Assert.That((TextRegex.OfData(nested).Error, TextRegex.OfData(nested).IsMatch("a")), Is.EqualTo(("the expression is too long for one that a row holds", false)));
    }

    [Test]
    public void A_replacement_that_holds_the_match_many_times_over_is_not_written_out_beyond_its_limit()
    {
        var regex = TextRegex.Of(".+");
        var replacement = string.Concat(Enumerable.Repeat(@"\0", 4096));
        var text = new string('x', 4096);
        Assert.That((regex.Replace("x", replacement, most: 4096).Length, regex.Replace(text, "y")), Is.EqualTo((4096, "y")));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(regex.Replace(text, replacement, most: 4096), Is.Empty);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1_000_000));
    }

    [TestCase("aXbXc", "X", ExpectedResult = "a--b--c")]
    [TestCase("aXbXc", "(X)|(b)", ExpectedResult = "a------c")]
    [TestCase("abc", "", ExpectedResult = "--a--b--c--")]
    [TestCase("abab", "(a|ab)(c|bcd)?", ExpectedResult = "--b--b")]
    [TestCase("foobar", @"foo\Kbar", ExpectedResult = "foo--")]
    [TestCase("xyxy", @"x(?=y)", ExpectedResult = "--y--y")]
    public string A_replacement_without_groups_is_the_same_however_it_is_found(string text, string pattern)
    {
        var plain = TextRegex.Of(pattern).Replace(text, "--");
        Assert.That(TextRegex.Of(pattern).Replace(text, @"-\9-"), Is.EqualTo(plain), "the group is none of the expression's");
        Assert.That(TextRegex.Of(pattern).Replace(text, "--", most: 3), Is.EqualTo(TextRegex.Of(pattern).Replace(text, @"-\9-", most: 3)));
        return plain;
    }

    [TestCase("1/14/2023", @"^(\d{1,2})/(\d{1,2})/", @"\2/\1/", ExpectedResult = "14/1/2023")]
    [TestCase("abc", "b", @"\\", ExpectedResult = @"a\c")]
    [TestCase("abc", "b", "$0", ExpectedResult = "a$0c")]
    [TestCase("abc", "b", @"\9", ExpectedResult = "ac")]
    [TestCase("foobar", @"foo\Kbar", "!", ExpectedResult = "foo!")]
    [TestCase("FOObar", @"(?i)foo\Kbar", "!", ExpectedResult = "FOO!")]
    [TestCase("abc", "(", "x", ExpectedResult = "abc")]
    public string Replacements_name_groups_with_a_backslash(string text, string pattern, string replacement) =>
        TextRegex.Of(pattern).Replace(text, replacement);
}
