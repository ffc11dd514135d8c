namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Every command over the sample events, run twice: what it finds, by the pages of Splunk's Search Reference named like the commands.</summary>
public sealed class CommandTests
{
    [TestCase("user=bob | convert auto(bytes) num(dur) as d | table bytes d", ExpectedResult = "bytes=9")]
    [TestCase("dur=* | convert dur2sec(dur) as s, mstime(dur) as m | table s m", ExpectedResult = "m=90 s=90")]
    [TestCase("sourcetype=web | dedup sourcetype sortby bytes | table bytes", ExpectedResult = "bytes=9")]
    [TestCase("user=bob | eval a=mvcount(tag), b=mvjoin(tag, \"-\"), c=if(status>400, \"bad\", \"good\") | table a b c", ExpectedResult = "a=2 b=x-y c=bad")]
    [TestCase("user=bob | fields user status | fields - _*", ExpectedResult = "status=404 user=bob")]
    [TestCase("user=bob | fillnull value=none missing user | table missing user", ExpectedResult = "missing=none user=bob")]
    [TestCase("| inputlookup ports | where port=80 | table alias", ExpectedResult = "alias=web")]
    [TestCase("user=alice status=200 | eval app=\"HTTP\" | lookup ports app OUTPUT port alias as name | table port name", ExpectedResult = "name=web|web-alt port=80|8080")]
    [TestCase("user=bob | rename user as who, src as from.src | rename from.* as * | table who src", ExpectedResult = "src=192.168.1.5 who=bob")]
    [TestCase("sourcetype=web | search status=404 | table user", ExpectedResult = "user=bob")]
    [TestCase("sourcetype=web | sort 1 -bytes | table bytes", ExpectedResult = "bytes=abc")]
    [TestCase("sourcetype=web | stats count(eval(status>=400)) as errors, sum(bytes) as total, values(user) as users", ExpectedResult = "errors=2 total=119 users=Alice|alice|bob")]
    [TestCase("sourcetype=web | stats avg(bytes) as a, median(bytes) as m, perc95(bytes) as p, stdev(bytes) as s, range(bytes) as r", ExpectedResult = "a=39.666666666666664 m=10 p=91 r=91 s=52.2525916422653")]
    [TestCase("| tstats sum(All_Traffic.bytes) as b dc(All_Traffic.src) as s from datamodel=Network_Traffic where All_Traffic.app=dns by All_Traffic.app", ExpectedResult = "All_Traffic.app=DNS s=1 / All_Traffic.app=dns b=100 s=1")]
    [TestCase("| tstats count from datamodel=Network_Traffic by _time span=10s", ExpectedResult = "_time=2000 count=1 / _time=2010 count=1 / _time=2020 count=1 / _time=2030 count=1")]
    [TestCase("sourcetype=web | eventstats max(bytes) as most, count by status | table most count status | head 2", ExpectedResult = "count=1 most=abc status=1.0 / count=1 most=100 status=500")]
    [TestCase("sourcetype=web | head 1 | table bytes", ExpectedResult = "bytes=abc")]
    [TestCase("sourcetype=web | sort bytes | head (bytes<100) keeplast=true | table bytes", ExpectedResult = "bytes=9 / bytes=10 / bytes=100")]
    [TestCase("sourcetype=web | sort bytes | head limit=1 bytes<100 | table bytes", ExpectedResult = "bytes=9")]
    [TestCase("user=bob | mvexpand tag | table tag", ExpectedResult = "tag=x / tag=y")]
    [TestCase("sourcetype=web | regex user=\"^[aA]l\" | table user", ExpectedResult = "user=Alice / user=alice")]
    [TestCase("sourcetype=web | regex user!=\"^[aA]l\" | table status", ExpectedResult = "status=1.0 / status=404")]
    [TestCase("sourcetype=web | regex \"status=4\\d+\" | table user", ExpectedResult = "user=bob")]
    [TestCase("sourcetype=web | reverse | table bytes", ExpectedResult = "bytes=10 / bytes=9 / bytes=100 / bytes=abc")]
    [TestCase("sourcetype=web | tail 2 | table bytes", ExpectedResult = "bytes=10 / bytes=9")]
    public string It_finds(string search) => string.Join(" / ", Sample.Rows(search));
}
