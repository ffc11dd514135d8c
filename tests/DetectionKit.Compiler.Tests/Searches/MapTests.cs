namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Searches that take values from other searches: <c>map</c> and subsearches in the place of a value, by the pages of Splunk's Search Reference.</summary>
public sealed class MapTests
{
    // map: once for each row, what it finds takes the rows' place; $field$ is the row's value.
    [TestCase("sourcetype=web | stats count by user | map search=\"search user=$user$ | table user status\"", ExpectedResult = "status=500 user=Alice / status=200 user=alice / status=500 user=Alice / status=200 user=alice / status=404 user=bob")]
    [TestCase("user=bob | map search=\"search user=\\\"$user$\\\" | eval seen=\\\"by $user$\\\", twice=$status$*2 | table seen twice\"", ExpectedResult = "seen=by bob twice=808")]
    [TestCase("user=bob | map [search sourcetype=web status<$status$ | table status] maxsearches=5", ExpectedResult = "status=1.0 / status=200")]
    [TestCase("user=bob | map search=\"search sourcetype=web | where status>$status$ | table status\"", ExpectedResult = "status=500")]
    [TestCase("user=bob | eval find=\"user=alice OR status=500\" | map search=\"search $find$ | table user\"", ExpectedResult = "user=Alice / user=alice")]
    [TestCase("user=bob | map search=\"search user IN ($user$, nobody) | table user\"", ExpectedResult = "user=bob")]
    [TestCase("user=bob | map search=\"search NOT user=$user$ sourcetype=web | stats count\"", ExpectedResult = "count=3")]
    [TestCase("user=bob | map search=\"search earliest=$_time$ user=* | table user\"", ExpectedResult = "user=Alice / user=bob")]
    [TestCase("user=bob | map search=\"| inputlookup ports where port=53 | eval who=\\\"$user$\\\" | table port who\"", ExpectedResult = "port=53 who=bob")]
    [TestCase("user=bob | map search=\"search user=$user$ [search status=404 | fields status] | table user\"", ExpectedResult = "user=bob")]

    // return: the text of a subsearch stands where a value stands.
    [TestCase("user=bob | eval m=[search sourcetype=web | stats max(status) as m | return $m] | table m", ExpectedResult = "m=500")]
    [TestCase("sourcetype=web | where status=[search sourcetype=web | stats max(status) as m | return $m] | table status", ExpectedResult = "status=500")]
    [TestCase("sourcetype=web user=[search status=404 | return $user] | table status", ExpectedResult = "status=404")]
    [TestCase("sourcetype=web | search user=[search status=404 | return $user] | table status", ExpectedResult = "status=404")]
    [TestCase("sourcetype=web NOT user=[search status=404 | return $user] | stats count", ExpectedResult = "count=3")]
    [TestCase("user=* earliest=[search user=bob | return $_time] | table user", ExpectedResult = "user=Alice / user=bob")]
    [TestCase("user=bob | eval a=[search user=nobody | return $user], b=1 | table a b", ExpectedResult = "b=1")]
    public string Rows(string search) => string.Join(" / ", Sample.Rows(search));

    // No more than maxsearches rows, 10 unless it says otherwise; a row without a value that is named has no search.
    [TestCase("| makeresults count=12 | map search=\"| makeresults | eval n=$_serial_id$ | table n\" | stats count max(n) as m", "map runs for 10 rows (maxsearches): 2 left out", ExpectedResult = "count=10 m=9")]
    [TestCase("| makeresults count=4 | map maxsearches=2 search=\"| makeresults\" | stats count", "map runs for 2 rows (maxsearches): 2 left out", ExpectedResult = "count=2")]
    [TestCase("sourcetype=web | table user tag | map search=\"search user=$user$ | eval t=\\\"$tag$\\\" | table user\"", "map did not run for 3 rows that lack a field which its search names", ExpectedResult = "user=bob")]
    public string Rows_and_what_was_left_out(string search, string notice) => string.Join(" / ", Sample.RowsAndNotices(search, notice));
}
