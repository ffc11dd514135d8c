using DetectionKit.Language.Spl.Parsing;

namespace DetectionKit.Language.Tests.Spl.Commands;

/// <summary>What each command is read into: <c>source => syntax</c>.</summary>
internal sealed class CommandGrammarTests
{
    private static readonly (string Source, string Expected)[] Cases =
    [
        ("search a=1", "(search (= a 1))"),
        ("a=1", "(search (= a 1))"),
        ("| search a=1", "(search (= a 1))"),
        ("| where a>1", "(where (> a 1))"),
        ("| eval a=b+1, 'c d'=\"e\", f.g=1", "(eval (set a (+ b 1)) (set \"c d\" \"e\") (set f.g 1))"),
        ("| stats count", "(stats (count))"),
        ("| stats count, dc(a) AS n values(b.c) as \"b c\" by x, y z", "(stats (count) (dc a ->n) (values b.c ->\"b c\") by=(x y z))"),
        ("| stats partitions=2 allnum=f delim=\":\" count(eval(a=\"b\")) as n by x dedup_splitvals=t", "(stats (count (eval (= a \"b\")) ->n) by=(x))"),
        ("| stats perc95(a) p50(b) exactperc99.9(c)", "(stats (perc95 a) (p50 b) (exactperc99.9 c))"),
        ("| tstats count from datamodel=A.B where B.c=1 by B.d, B.e", "(tstats (count) from=A.B where=(= B.c 1) by=(B.d B.e))"),
        ("| tstats summariesonly=t allow_old_summaries=true fillnull_value=\"x\" chunk_size=10 local=f prestats=f count FROM datamodel A", "(tstats (count) from=A fillnull=x)"),
        ("| tstats count from datamodel=\"A\" by _time span=1h a", "(tstats (count) from=A by=(_time a) span=1h)"),
        ("| tstats count dc(B.c) as n span=10m from datamodel=A groupby _time", "(tstats (count) (dc B.c ->n) from=A by=(_time) span=10m)"),
        ("| tstats count where index=* by sourcetype", "(tstats (count) where=(= index *) by=(sourcetype))"),
        ("| rename a as b, \"c *\" AS \"d *\" count(x) as n", "(rename a->b \"c *\"->\"d *\" \"count(x)\"->n)"),
        ("| convert timeformat=\"%H\" ctime(a) mktime(b) AS c, num(d*)", "(convert timeformat=%H (ctime a) (mktime b ->c) (num d*))"),
        ("| fields a, b* c", "(fields a b* c)"),
        ("| fields - a b", "(fields - a b)"),
        ("| fields -a", "(fields - a)"),
        ("| fields + a", "(fields a)"),
        ("| table a, \"b c\" d*", "(table a \"b c\" d*)"),
        ("| sort -count", "(sort -count)"),
        ("| sort 10 - a, +b c", "(sort limit=10 -a +b +c)"),
        ("| sort limit=0 ip(a) -num(b) str(c) auto(d) count(e) desc", "(sort limit=0 -Ip(a) +Number(b) -Text(c) -d -\"count(e)\")"),
        ("| dedup a, b", "(dedup a b)"),
        ("| dedup 3 a keepevents=true keepempty=t consecutive=1 sortby -b +c", "(dedup keep=3 a keepevents keepempty consecutive sortby=(-b +c))"),
        ("| eventstats dc(a) as n by b", "(eventstats (dc a ->n) by=(b))"),
        ("| head", "(head)"),
        ("| head 5", "(head limit=5)"),
        ("| head (a>1) keeplast=true limit=9", "(head limit=9 (> a 1) keeplast)"),
        ("| mvexpand a limit=3", "(mvexpand a limit=3)"),
        ("| regex \"^a\"", "(regex = ^a)"),
        ("| regex a.b!=\"^a\"", "(regex a.b != ^a)"),
        ("| reverse", "(reverse)"),
        ("| rex \"(?<a>x)\"", "(rex \"(?<a>x)\")"),
        ("| rex field=a{}.b max_match=0 \"(?<c>x)\" offset_field=o", "(rex field=a{}.b max_match=0 offset_field=o \"(?<c>x)\")"),
        ("| rex field=a mode=sed s/a/b/g", "(rex field=a sed s/a/b/g)"),
        ("| tail 5", "(tail limit=5)"),
        ("| fillnull", "(fillnull)"),
        ("| fillnull value=NULL a, b", "(fillnull value=NULL a b)"),
        ("| lookup t a", "(lookup t a->a)"),
        ("| lookup local=t t a AS b, c OUTPUT d AS e f", "(lookup t a->b c->c output d->e f->f)"),
        ("| lookup t a OUTPUTNEW d", "(lookup t a->a outputnew d->d)"),
        ("| append [search a=1 | table a]", "(append limit=50000 [(search (= a 1)) | (table a)])"),
        ("| append maxout=0 extendtimerange=t [| inputlookup t]", "(append limit=0 [(inputlookup t)])"),
        ("| append [inputlookup t]", "(append limit=50000 [(inputlookup t)])"),
        ("| join [search a=1]", "(join inner max=1 [(search (= a 1))])"),
        ("| join type=outer a, b max=0 usetime=t earlier=f overwrite=f[search a=1]", "(join left max=0 time=Later keep a b [(search (= a 1))])"),
        ("| join left=L right=R where L.a=R.b AND R.d=L.c [search a=1]", "(join inner max=1 L.a=R.b L.c=R.d [(search (= a 1))])"),
        ("a=1 NOT [search b=2 | return c]", "(search (and (= a 1) (not (found [(search (= b 2)) | (return limit=1 c->c)]))))"),
        ("| return 10 a b=c $d", "(return limit=10 a->a c->b $d)"),
        ("| format", "(format \"(\" \"(\" \"AND\" \")\" \"OR\" \")\" mvsep=\"OR\" emptystr=\"NOT( )\")"),
        ("| format mvsep=\",\" maxresults=3 emptystr=\"\" \"[\" \"[\" \"&\" \"]\" \"+\" \"]\"", "(format \"[\" \"[\" \"&\" \"]\" \"+\" \"]\" mvsep=\",\" emptystr=\"\" limit=3)"),
        ("| appendpipe run_in_preview=t [stats count]", "(appendpipe [(stats (count))])"),
        ("| appendcols override=t maxout=5 [search a=1]", "(appendcols override limit=5 [(search (= a 1))])"),
        ("| multisearch [search a=1] [search b=2]", "(union limit=0 [(search (= a 1))] [(search (= b 2))])"),
        ("| union maxout=9 [search a=1], [| inputlookup t]", "(union limit=9 [(search (= a 1))] [(inputlookup t)])"),
        ("| set diff [search a=1] [search b=2]", "(set Diff [(search (= a 1))] [(search (= b 2))])"),
        ("| makeresults count=3 annotate=t splunk_server=local", "(makeresults count=3)"),
        ("| outputlookup t.csv", "(outputlookup t.csv)"),
        ("| outputlookup append=t key_field=_key max=9 override_if_empty=f create_empty=t t", "(outputlookup t append key=_key limit=9 keep)"),
        ("| transaction a, b maxspan=5m maxpause=10s maxevents=3", "(transaction a b maxspan=300s maxpause=10s maxevents=3)"),
        ("| transaction a startswith=eval(b>1) endswith=(c=1 OR d=2) keepevicted=t mvlist=\"e,f\" connected=f", "(transaction a startswith=(> b 1) endswith=(or (= c 1) (= d 2)) unconnected keepevicted lists=(e f))"),
        ("| transaction startswith=\"b=1 NOT c\" keeporphans=1 mvlist=t unifyends=t a", "(transaction a startswith=(and (= b 1) (not (term c))) keeporphans lists=(*))"),
        ("| from datamodel:\"Web.Web\"", "(from datamodel Web.Web)"),
        ("| datamodel Web Web search", "(datamodel Web.Web)"),
        ("| foreach a* b [eval <<FIELD>>=1]", "(foreach a* b [(eval (set <<FIELD>> 1))])"),
        ("| foreach mode=json_array a [eval b=<<ITEM>>]", "(foreach mode=JsonArray a [(eval (set b <<ITEM>>))])"),
        ("| inputlookup t", "(inputlookup t)"),
        ("| inputlookup append=f t.csv where a=1 OR b=2", "(inputlookup t.csv where=(or (= a 1) (= b 2)))"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void A_command_is_read((string Source, string Expected) given) => Assert.That(SplTest.Syntax(given.Source), Is.EqualTo(given.Expected));

    [Test]
    public void Every_command_has_a_case()
    {
        var tested = Cases.Select(given => given.Source.TrimStart('|', ' ').Split(' ')[0]);
        Assert.That(CommandCatalogue.Names.Except(tested, StringComparer.Ordinal), Is.Empty);
    }

    [Test]
    public void Every_command_that_is_built_is_one_of_SPL() => Assert.That(CommandCatalogue.Names.Except(KnownCommands.All, StringComparer.Ordinal), Is.Empty);
}
