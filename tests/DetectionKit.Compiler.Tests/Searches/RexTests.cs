namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Search Reference, "rex" and "regex". Rows worked out by hand.</summary>
public sealed class RexTests
{
    [TestCase("a=user-bob-7", "rex field=a \"user-(?<who>[a-z]+)-(?P<n>\\d)\" | table who n", ExpectedResult = "who=bob n=7")]
    [TestCase("a=1x2x3", "rex field=a \"(?<n>\\d)\" | table n", ExpectedResult = "n=1")]
    [TestCase("a=1x2x3", "rex field=a max_match=2 \"(?<n>\\d)\" | table n", ExpectedResult = "n=1|2")]
    [TestCase("a=1x2x3", "rex field=a \"(?<n>\\d)\" max_match=0 | table n", ExpectedResult = "n=1|2|3")]
    [TestCase("a=x1 a=y2 a=z", "rex field=a \"(?<n>\\d)\" | table n", ExpectedResult = "n=1|2")]
    [TestCase("a=x n=old", "rex field=a \"(?<n>\\d)\" | table n", ExpectedResult = "n=old", Description = "without a match a field stays")]
    [TestCase("a=x;b=1", "rex field=a \"(?<n>x)\" | table n", ExpectedResult = "n=x;")]
    [TestCase("a=b", "rex field=a \"(?<one>a)|(?<two>b)\" | table one two", ExpectedResult = "two=b", Description = "a group that took no part gives nothing")]
    [TestCase("_raw=from:me%to:you", "rex \"from:(?<f>\\S+) to:(?<t>\\S+)\" | table f t", ExpectedResult = "f=me t=you", Description = "without field= the raw text is searched")]
    [TestCase("a=abcdefghijklmno", "rex field=a \"(?<tenchars>.{10})\" offset_field=off | table off", ExpectedResult = "off=tenchars=0-9")]
    [TestCase("a=ab-cd", "rex field=a \"(?<x>..)-(?<y>..)\" offset_field=off | table off", ExpectedResult = "off=x=0-1&y=3-4")]
    [TestCase("a=1234-5678-9012", "rex field=a mode=sed \"s/(\\d{4}-){2}/XXXX-XXXX-/g\" | table a", ExpectedResult = "a=XXXX-XXXX-9012")]
    [TestCase("a=aaa", "rex field=a mode=sed \"s/a/b/\" | table a", ExpectedResult = "a=baa")]
    [TestCase("a=aaa", "rex field=a mode=sed \"s/a/b/2\" | table a", ExpectedResult = "a=aba")]
    [TestCase("a=aaa", "rex field=a mode=sed \"s/a/b/g\" | table a", ExpectedResult = "a=bbb")]
    [TestCase("a=k:v", "rex field=a mode=sed \"s/(\\w):(\\w)/\\2:\\1/\" | table a", ExpectedResult = "a=v:k")]
    [TestCase("a=/x/y", "rex field=a mode=sed \"s/\\//-/g\" | table a", ExpectedResult = "a=-x-y")]
    [TestCase("a=/x/y", "rex field=a mode=sed \"s#/#|#g\" | eval a=replace(a, \"\\|\", \"!\") | table a", ExpectedResult = "a=!x!y")]
    [TestCase("a=hello", "rex field=a mode=sed \"y/el/ip/\" | table a", ExpectedResult = "a=hippo")]
    [TestCase("a=one", "rex field=a mode=sed \"s/o/0/ s/e/3/\" | table a", ExpectedResult = "a=0n3")]
    [TestCase("a=x1 a=y1", "rex field=a mode=sed \"s/1/2/\" | table a", ExpectedResult = "a=x2|y2")]
    [TestCase("a=C:\\temp\\x", "rex field=a \"\\\\\\\\(?<file>[^\\\\\\\\]+)$\" | table file", ExpectedResult = "file=x", Description = "a backslash is written four times")]
    [TestCase("a=b.c", "rex field=a (?<x>\\w)\\.(?<y>\\w) | table x y", ExpectedResult = "x=b y=c", Description = "quotes can be left out")]
    [TestCase("a=1;a=x;b=2", "regex a!=\"\\d\" | table a b", ExpectedResult = "a=x;b=2")]
    [TestCase("a=1 a=x;a=y", "regex a=\"\\d\" | table a", ExpectedResult = "a=1|x")]
    [TestCase("_raw=hit;_raw=miss", "regex \"^h\" | table _raw", ExpectedResult = "_raw=hit")]
    [TestCase("_raw=hit;_raw=miss", "regex _raw!=\"^h\" | table _raw", ExpectedResult = "_raw=miss")]
    public string It_finds(string events, string search) => Given.Events(events, search);
}
