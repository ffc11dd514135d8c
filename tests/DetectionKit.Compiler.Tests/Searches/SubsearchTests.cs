namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Commands with a second pipeline over the sample events: what they find, by the pages of Splunk's Search Reference named like the commands.</summary>
public sealed class SubsearchTests
{
    // append: behind the rows that are there; what the subsearch gives keeps its order.
    [TestCase("user=bob | table user | append [search user=alice status=200 | table user status]", ExpectedResult = "user=bob / status=200 user=alice")]
    [TestCase("user=bob | table user | append maxout=3 maxtime=30 [search user=* | table user]", ExpectedResult = "user=bob / user=Alice / user=bob / user=alice")]
    [TestCase("user=nobody | append [| inputlookup ports | where port=53]", ExpectedResult = "alias=domain app=dns port=53")]
    [TestCase("user=bob | append [search user=alice | append [search user=\"Alice\" status=500]] | stats values(user) as u", ExpectedResult = "u=Alice|alice|bob")]
    [TestCase("| tstats count from datamodel=Network_Traffic where All_Traffic.app=http | append [| tstats count from datamodel=Network_Traffic] | stats list(count) as n", ExpectedResult = "n=1|4")]

    // join: inner unless told otherwise; the first match alone unless max says more; the subsearch's fields win unless overwrite=false.
    [TestCase("user=* | table user status | join user [search user=bob | table user tag]", ExpectedResult = "status=404 tag=x|y user=bob")]
    [TestCase("user=* status<500 | table user status | join type=left user [search user=bob | eval note=1 | table user note]", ExpectedResult = "note=1 status=404 user=bob / status=200 user=alice")]
    [TestCase("user=* status<500 | table user status | join type=outer user [search user=bob | eval note=1 | table user note]", ExpectedResult = "note=1 status=404 user=bob / status=200 user=alice")]
    [TestCase("user=bob | table user | join user [| inputlookup ports | eval user=\"bob\" | table user alias]", ExpectedResult = "alias=domain user=bob")]
    [TestCase("user=bob | table user | join user max=2 [| inputlookup ports | eval user=\"bob\" | table user alias]", ExpectedResult = "alias=domain user=bob / alias=web user=bob")]
    [TestCase("user=bob | table user | join max=0 user [| inputlookup ports | eval user=\"bob\" | table user alias]", ExpectedResult = "alias=domain user=bob / alias=web user=bob / alias=web-alt user=bob")]
    [TestCase("user=bob | table user status | join user [search user=bob | eval status=\"new\" | table user status]", ExpectedResult = "status=new user=bob")]
    [TestCase("user=bob | table user status | join user overwrite=false [search user=bob | eval status=\"new\" | table user status]", ExpectedResult = "status=404 user=bob")]
    [TestCase("user=bob | table user status | join user [search user=bob | eval status=null() | table user status bytes]", ExpectedResult = "bytes=9 status=404 user=bob")]

    // join compares with case, and a row that lacks a field agrees with none.
    [TestCase("user=alice status=200 | table user | join user [search status=500 | table user status]", ExpectedResult = "")]
    [TestCase("sourcetype=web | table bytes user | join type=left user [search bytes=abc | eval x=1 | table user x] | table bytes x | sort bytes", ExpectedResult = "bytes=9 / bytes=10 / bytes=100 / bytes=abc")]

    // join by several fields, and without any: by all that both sides have.
    [TestCase("user=* | table user status | join user, status [search status=404 | table user status tag]", ExpectedResult = "status=404 tag=x|y user=bob")]
    [TestCase("user=* | table user status | join [search status=404 | table user status tag]", ExpectedResult = "status=404 tag=x|y user=bob")]

    // join usetime: only what came before (earlier=true, as it is unless told), or after; the same second both ways.
    [TestCase("user=bob | eval k=1 | table _time k | join k usetime=true max=0 [search sourcetype=web | eval k=1 | table _time k bytes] | table bytes", ExpectedResult = "bytes=9 / bytes=10")]
    [TestCase("user=bob | eval k=1 | table _time k | join k usetime=true earlier=false max=0 [search sourcetype=web | eval k=1 | table _time k bytes] | table bytes", ExpectedResult = "bytes=abc / bytes=100 / bytes=9")]

    // join with aliases.
    [TestCase("user=bob | table user status | join left=L right=R where L.user=R.who [search user=bob | eval who=user | table who bytes]", ExpectedResult = "L.status=404 L.user=bob R.bytes=9 R.who=bob")]
    public string It_finds(string search) => string.Join(" / ", Sample.Rows(search));
}
