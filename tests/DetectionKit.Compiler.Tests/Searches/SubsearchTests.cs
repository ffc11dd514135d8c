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

    // tstats prestats=t: the next command aggregates, over what several read where they append.
    [TestCase("| tstats prestats=t count from datamodel=Network_Traffic where All_Traffic.app=dns by All_Traffic.src | stats count by All_Traffic.src", ExpectedResult = "All_Traffic.src=10.0.0.1 count=2")]
    [TestCase("| tstats prestats=t count from datamodel=Network_Traffic where All_Traffic.app=dns by All_Traffic.src | tstats prestats=t append=t count from datamodel=Network_Traffic where All_Traffic.app=http by All_Traffic.src | stats count by All_Traffic.src", ExpectedResult = "All_Traffic.src=10.0.0.1 count=2 / All_Traffic.src=10.0.0.2 count=1")]
    [TestCase("| tstats prestats=t sum(All_Traffic.bytes) from datamodel=Network_Traffic by All_Traffic.dest_port | stats sum(All_Traffic.bytes) as b", ExpectedResult = "b=109")]
    [TestCase("| tstats prestats=t fillnull_value=none count from datamodel=Network_Traffic by All_Traffic.dest_port | stats count by All_Traffic.dest_port | where 'All_Traffic.dest_port'=\"none\"", ExpectedResult = "All_Traffic.dest_port=none count=1")]
    [TestCase("| tstats prestats=t count from datamodel=Network_Traffic by _time span=1m | stats count by _time | eval t=_time | table t count", ExpectedResult = "count=4 t=1980")]
    [TestCase("| tstats prestats=t count where sourcetype=web by user | stats count by user", ExpectedResult = "count=1 user=Alice / count=1 user=alice / count=1 user=bob")]

    // selfjoin: the first of the rows that agree with the next, or with max of them; rows alone are dropped unless keepsingle says otherwise.
    [TestCase("user=* | eval k=lower(user) | table k status tag | selfjoin k", ExpectedResult = "k=alice status=200")]
    [TestCase("user=* | eval k=lower(user) | table k status tag | selfjoin overwrite=f keepsingle=t k", ExpectedResult = "k=alice status=500 / k=bob status=404 tag=x|y")]
    [TestCase("sourcetype=web | eval k=1 | table k status | selfjoin max=2 k", ExpectedResult = "k=1 status=500 / k=1 status=404")]

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
    // A subsearch in a condition: its rows are alternatives, its columns must all be so, its multivalues are alternatives.
    [TestCase("sourcetype=web [search user=bob | table user] | table user", ExpectedResult = "user=bob")]
    [TestCase("sourcetype=web [search user=* | table user status | sort status | head 2] | table user", ExpectedResult = "user=bob / user=alice")]
    [TestCase("sourcetype=web NOT [search user=bob | table user] | table bytes", ExpectedResult = "bytes=abc / bytes=100 / bytes=10")]
    [TestCase("sourcetype=web (status=200 OR [search user=bob | table user]) | table user", ExpectedResult = "user=bob / user=alice")]
    [TestCase("sourcetype=web [search user=bob | eval status=mvappend(\"200\", \"500\") | table status] | table user", ExpectedResult = "user=Alice / user=alice")]
    [TestCase("sourcetype=web [search user=bob | eval user=\"al*\" | table user] | table status", ExpectedResult = "status=500 / status=200")]
    [TestCase("sourcetype=web | search [search user=bob | table user] | table user", ExpectedResult = "user=bob")]
    [TestCase("sourcetype=web | table user | search NOT [search user=bob | table user] | search user=*", ExpectedResult = "user=Alice / user=alice")]
    [TestCase("sourcetype=web | where status>100 | search [| inputlookup ports | where port=53 | eval user=\"bob\" | fields user] | table user", ExpectedResult = "user=bob")]

    // Without rows it holds for nothing; denied, for everything.
    [TestCase("sourcetype=web [search user=nobody | table user]", ExpectedResult = "")]
    [TestCase("sourcetype=web NOT [search user=nobody | table user] | stats count", ExpectedResult = "count=4")]
    [TestCase("user=bob OR [search user=nobody | table user] | table user", ExpectedResult = "user=bob")]

    // Columns search and query hold the condition itself; internal columns do not count.
    [TestCase("sourcetype=web [search user=bob | eval search=\"user=alice status<300\" | fields search] | table status", ExpectedResult = "status=200")]
    [TestCase("sourcetype=web [search user=bob | rename user as query | fields query] | table user", ExpectedResult = "user=bob")]
    [TestCase("sourcetype=web [search user=bob | fields user] | table user", ExpectedResult = "user=bob")]

    // Time bounds that a subsearch gives say what is read.
    [TestCase("sourcetype=web [search user=bob | eval earliest=_time, latest=_time+15 | table earliest latest] | table user", ExpectedResult = "user=Alice / user=bob")]

    // return: one row unless told, field, alias=field, $field.
    [TestCase("sourcetype=web [search user=* | return user] | table status", ExpectedResult = "status=500 / status=200")]
    [TestCase("sourcetype=web [search user=* | return 2 user] | table status", ExpectedResult = "status=500 / status=404 / status=200")]
    [TestCase("sourcetype=web [search user=bob | eval x=\"200\" | return status=x] | table user", ExpectedResult = "user=alice")]
    [TestCase("sourcetype=web [search user=bob | return $user] | table user", ExpectedResult = "user=bob")]
    [TestCase("user=* | return 2 user $status", ExpectedResult = "search=(user=\"Alice\" 500) OR (user=\"bob\" 404)")]
    [TestCase("user=bob | return user", ExpectedResult = "search=user=\"bob\"")]
    [TestCase("sourcetype=web [search user=nobody | return user]", ExpectedResult = "")]

    // format
    [TestCase("user=* status<500 | table user status | format", ExpectedResult = "search=( ( status=\"404\" AND user=\"bob\" ) OR ( status=\"200\" AND user=\"alice\" ) )")]
    [TestCase("user=bob | table user tag | format", ExpectedResult = "search=( ( ( tag=\"x\" OR tag=\"y\" ) AND user=\"bob\" ) )")]
    [TestCase("user=bob | table tag | format mvsep=\"or\" \"[\" \"[\" \"&&\" \"]\" \"||\" \"]\"", ExpectedResult = "search=[ [ ( tag=\"x\" or tag=\"y\" ) ] ]")]
    [TestCase("user=* | table user | format maxresults=1", ExpectedResult = "search=( ( user=\"Alice\" ) )")]
    [TestCase("user=nobody | table user | format", ExpectedResult = "search=NOT( )")]
    [TestCase("user=nobody | table user | format emptystr=\"x=y\"", ExpectedResult = "search=x=y")]
    [TestCase("sourcetype=web [search user=bob | table user | format] | table user", ExpectedResult = "user=bob")]
    [TestCase("sourcetype=web [search user=nobody | table user | format]", ExpectedResult = "")]

    // In tstats where: over the data model's fields.
    [TestCase("| tstats count from datamodel=Network_Traffic where [| inputlookup ports | where port=53 | rename app as All_Traffic.app | table All_Traffic.app] by All_Traffic.app", ExpectedResult = "All_Traffic.app=DNS count=1 / All_Traffic.app=dns count=1")]
    [TestCase("| tstats count from datamodel=Network_Traffic where All_Traffic.bytes=* NOT [| inputlookup ports | rename app as All_Traffic.app | fields All_Traffic.app] by All_Traffic.app", ExpectedResult = "All_Traffic.app=unknown count=1")]
    // appendpipe: what is made of the rows stands behind them.
    [TestCase("user=* | table user bytes | appendpipe [stats sum(bytes) as bytes | eval user=\"all\"]", ExpectedResult = "bytes=100 user=Alice / bytes=9 user=bob / bytes=10 user=alice / bytes=119 user=all")]
    [TestCase("user=nobody | table user | appendpipe run_in_preview=f [stats count | where count=0]", ExpectedResult = "count=0")]
    [TestCase("user=bob | table user | appendpipe [eval user=\"x\" | appendpipe [eval user=\"y\"]]", ExpectedResult = "user=bob / user=x / user=y")]

    // appendcols: first with first, second with second; what is there stays unless override; internal fields do not count.
    [TestCase("user=* | table user status | appendcols [search sourcetype=web | head 2 | table _time status bytes]", ExpectedResult = "bytes=abc status=500 user=Alice / bytes=100 status=404 user=bob / status=200 user=alice")]
    [TestCase("user=bob | table user status | appendcols override=true [search sourcetype=web | table status]", ExpectedResult = "status=1.0 user=bob / status=500 / status=404 / status=200")]

    // union and multisearch: events merge by time; other rows stand one set behind the other.
    [TestCase("| multisearch [search user=bob] [search user=alice status=200 OR status=500] | table user status", ExpectedResult = "status=500 user=Alice / status=404 user=bob / status=200 user=alice")]
    [TestCase("| union [search user=alice status=200 | stats count by user] [search user=bob | stats count by user]", ExpectedResult = "count=1 user=alice / count=1 user=bob")]
    [TestCase("user=bob | stats count by user | union maxout=5 [search user=alice status=200 | stats count by user]", ExpectedResult = "count=1 user=bob / count=1 user=alice")]

    // set: by all fields.
    [TestCase("| set union [search user=b* | table user] [search user=* | table user]", ExpectedResult = "user=bob / user=Alice / user=alice")]
    [TestCase("| set diff [search user=b* | table user] [search user=* | table user]", ExpectedResult = "user=Alice / user=alice")]
    [TestCase("| set intersect [search user=b* | table user] [search user=* | table user]", ExpectedResult = "user=bob")]

    // makeresults
    [TestCase("| makeresults | eval a=1 | table a", ExpectedResult = "a=1")]
    [TestCase("| makeresults count=3 annotate=f | eval n=2 | stats sum(n) as n", ExpectedResult = "n=6")]
    [TestCase("user=bob [| makeresults | eval status=404 | fields status] | table user", ExpectedResult = "user=bob")]
    [TestCase("| makeresults | eval now=_time | table now", ExpectedResult = "now=2030")]

    // from and datamodel: the fields without, or with, the dataset before them.
    [TestCase("| from datamodel:Network_Traffic.All_Traffic | search app=http | table app bytes src", ExpectedResult = "app=http bytes=9 src=10.0.0.2")]
    [TestCase("| from datamodel:\"Network_Traffic\" | stats sum(bytes) as b", ExpectedResult = "b=129")]
    [TestCase("| from datamodel Network_Traffic.All_Traffic | where bytes>50 | table _time app", ExpectedResult = "_time=2000 app=dns")]
    [TestCase("| from lookup:ports | search port=53 | table alias", ExpectedResult = "alias=domain")]
    [TestCase("| from inputlookup:\"ports\" | stats count", ExpectedResult = "count=3")]
    [TestCase("| datamodel Network_Traffic All_Traffic search | search All_Traffic.app=http | table All_Traffic.bytes sourcetype", ExpectedResult = "All_Traffic.bytes=9 sourcetype=detectionkit:flow")]
    [TestCase("| datamodel Network_Traffic All_Traffic flat strict_fields=false | stats count by app", ExpectedResult = "app=DNS count=1 / app=dns count=1 / app=http count=1 / app=unknown count=1")]

    // outputlookup: later stages see what was written; append keeps the table's rows and columns; key_field replaces.
    [TestCase("user=bob | table user status | outputlookup seen | append [| inputlookup seen]", ExpectedResult = "status=404 user=bob / status=404 user=bob")]
    [TestCase("user=bob | eval app=\"new\", port=\"1\" | table app port user | outputlookup append=true ports | append [| inputlookup ports | where app=\"new\"]", ExpectedResult = "app=new port=1 user=bob / app=new port=1")]
    [TestCase("user=bob | eval app=\"dns\", port=\"1\", alias=\"x\" | table app port alias | outputlookup key_field=app ports | append [| inputlookup ports]", ExpectedResult = "alias=x app=dns port=1 / alias=x app=dns port=1 / alias=web app=http port=80 / alias=web-alt app=http port=8080")]
    [TestCase("user=nobody | table app | outputlookup override_if_empty=false ports | append [| inputlookup ports | stats count]", ExpectedResult = "count=3")]
    [TestCase("user=nobody | table app | outputlookup ports | append [| inputlookup ports | stats count]", ExpectedResult = "count=0")]
    [TestCase("user=bob | eval app=\"smb\", name=\"files\" | table app name | outputlookup max=5 mine | fields app | lookup mine app", ExpectedResult = "app=smb name=files")]
    // foreach: once for each field; <<FIELD>> in and outside quotes, what the wildcards stand for.
    [TestCase("user=bob | table status bytes | foreach * [eval <<FIELD>>=<<FIELD>>+1]", ExpectedResult = "bytes=10 status=405")]
    [TestCase("user=bob | eval total=0 | table total status bytes | foreach status bytes [eval total=total+'<<FIELD>>']", ExpectedResult = "bytes=9 status=404 total=413")]
    [TestCase("user=bob | eval n_a=1, n_b=5, avg_a=2, avg_b=3, out=\"\" | table n_* avg_* out | foreach avg_* [eval out=if('n_<<MATCHSTR>>'>'avg_<<MATCHSTR>>', out.\"<<MATCHSTR>> \".'n_<<MATCHSTR>>'.\";\", out)] | table out", ExpectedResult = "out=b 5;")]
    [TestCase("user=bob | eval a_x_1=1, a_y_2=2 | foreach a_*_* [eval \"<<MATCHSEG2>><<MATCHSEG1>>\"='<<FIELD>>'*10] | table 1x 2y", ExpectedResult = "1x=10 2y=20")]
    [TestCase("user=* | table user tag | foreach * [eval <<FIELD>>=if(isnull('<<FIELD>>'), \"no <<FIELD>>\", '<<FIELD>>')]", ExpectedResult = "tag=no tag user=Alice / tag=x|y user=bob / tag=no tag user=alice")]
    [TestCase("user=bob | eval out=\"\" | foreach mode=multivalue tag [eval out=out.\"<<ITEM>>\".<<ITER>>] | table out", ExpectedResult = "out=x0y1")]
    [TestCase("user=bob | eval a=split(\"1,2,3\", \",\"), sum=0 | foreach mode=multivalue a [eval sum=sum+<<ITEM>>] | table sum", ExpectedResult = "sum=6")]
    [TestCase("user=bob | eval a=\"[1, 2, \\\"x\\\"]\", out=\"\" | foreach mode=json_array a [eval out=out.<<ITEM>>] | table out", ExpectedResult = "out=12x")]
    public string It_finds(string search) => string.Join(" / ", Sample.Rows(search));
}
