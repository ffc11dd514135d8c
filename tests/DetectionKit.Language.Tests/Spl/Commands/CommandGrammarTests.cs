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
        ("| stats allnum=yes dedup_splitvals=n sum(a)", "(stats (sum a) allnum)"),
        ("| transaction a maxspan=2hours maxpause=90 startswith=\"b=\\\"c d\\\"\"", "(transaction a maxspan=7200s maxpause=90s startswith=(= b \"c d\"))"),
        ("| stats perc95(a) p50(b) exactperc99.9(c)", "(stats (perc95 a) (p50 b) (exactperc99.9 c))"),
        ("| tstats count from datamodel=A.B where B.c=1 by B.d, B.e", "(tstats (count) from=A.B where=(= B.c 1) by=(B.d B.e))"),
        ("| tstats summariesonly=t allow_old_summaries=true fillnull_value=\"x\" chunk_size=10 local=f prestats=f count FROM datamodel A", "(tstats (count) from=A fillnull=x)"),
        ("| tstats count from datamodel=\"A\" by _time span=1h a", "(tstats (count) from=A by=(_time a) span=3600 Second)"),
        ("| tstats count dc(B.c) as n span=10m from datamodel=A groupby _time", "(tstats (count) (dc B.c ->n) from=A by=(_time) span=600 Second)"),
        ("| tstats count where index=* by sourcetype", "(tstats (count) where=(= index *) by=(sourcetype))"),
        ("| rename a as b, \"c *\" AS \"d *\" count(x) as n", "(rename a->b \"c *\"->\"d *\" \"count(x)\"->n)"),
        ("| convert timeformat=\"%H\" ctime(a) mktime(b) AS c, num(d*)", "(convert timeformat=%H (ctime a) (mktime b ->c) (num d*))"),
        ("| fields a, b* c", "(fields a b* c)"),
        ("| fields - a b", "(fields - a b)"),
        ("| fields -a", "(fields - a)"),
        ("| fields + a", "(fields a)"),
        ("| table a, \"b c\" d*", "(table a \"b c\" d*)"),
        ("| sort -count", "(sort -count)"),
        ("| sort 10 - a, +b c", "(sort limit=10 -a +b -c)"),
        ("| sort limit=0 ip(a) -num(b) str(c) auto(d) count(e) desc", "(sort limit=0 -Ip(a) +Number(b) -Text(c) -d -\"count(e)\")"),
        ("| dedup a, b", "(dedup a b)"),
        ("| dedup 3 a keepevents=true keepempty=t consecutive=1 sortby -b +c", "(dedup keep=3 a keepevents keepempty consecutive sortby=(-b +c))"),
        ("| eventstats dc(a) as n by b", "(eventstats (dc a ->n) by=(b))"),
        ("| tstats prestats=t append=t count where a=1", "(tstats (count) where=(= a 1) prestats append)"),
        ("| selfjoin keepsingle=t a b", "(selfjoin keepsingle=t a b)"),
        ("| setfields a=\"b c\", d=e", "(setfields a=\"b c\" d=e)"),
        ("| redistribute by a", "(highlight by=(a))"),
        ("| dbinspect a=b /c d", "(dbinspect)"),
        ("| eventcount a=b /c d", "(eventcount)"),
        ("| history a=b /c d", "(history)"),
        ("| loadjob a=b /c d", "(loadjob)"),
        ("| metadata a=b /c d", "(metadata)"),
        ("| rest a=b /c d", "(rest)"),
        ("| savedsearch a=b /c d", "(savedsearch)"),
        ("| typeahead a=b /c d", "(typeahead)"),
        ("| walklex a=b /c d", "(walklex)"),
        ("| iconify a", "(highlight a)"),
        ("| localop a", "(highlight a)"),
        ("| noop a=1", "(highlight a=1)"),
        ("| metasearch a=1", "(metasearch (= a 1))"),
        ("| xmlunescape maxinputs=5", "(xmlunescape maxinputs=5)"),
        ("| audit x", "(audit)"),
        ("| require a", "(highlight a)"),
        ("| rtorder a", "(highlight a)"),
        ("| highlight a", "(highlight a)"),
        ("| map search=\"search a=\\\"b c\\\" $d$ | stats count\" maxsearches=3", "(map max=3 [(search (and (= a \"b c\") (term $d$))) | (stats (count))])"),
        ("| map [search a=$b$]", "(map max=10 [(search (= a $b$))])"),
        ("| eval a=[search b | return $c] + 1", "(eval (set a (+ (found [(search (term b)) | (return limit=1 $c)]) 1)))"),
        ("a=[search b | return $c]", "(search (= a [(search (term b)) | (return limit=1 $c)]))"),
        ("| head", "(head)"),
        ("| head 5", "(head limit=5)"),
        ("| head (a>1) keeplast=true limit=9", "(head limit=9 (> a 1) keeplast)"),
        ("| mvexpand a limit=3", "(mvexpand a limit=3)"),
        ("| regex \"^a\"", "(regex = ^a)"),
        ("| regex a.b!=\"^a\"", "(regex a.b != ^a)"),
        ("| bin span=5m _time AS t", "(bin span=5m _time ->t)"),
        ("| bucket _time span=1d", "(bin span=1d _time)"),
        ("| discretize bins=10 a", "(bin bins=10 a)"),
        ("| spath input=a path=b{}.c output=d", "(spath input=a path=b{}.c output=d)"),
        ("| spath a.b", "(spath a.b)"),
        ("| makemv delim=\",\" allowempty=t a", "(makemv delim=, allowempty=t a)"),
        ("| mvcombine delim=\";\" a", "(mvcombine delim=; a)"),
        ("| nomv a", "(nomv a)"),
        ("| replace \"a*\" WITH b, c WITH \"d e\" IN x y", "(replace a*->b c->\"d e\" in=(x y))"),
        ("| xmlkv a maxinputs=5", "(xmlkv maxinputs=5 a)"),
        ("| extract pairdelim=\"|;\" kvdelim=\"=\"", "(extract pairdelim=|; kvdelim==)"),
        ("| kv mv_add=t", "(extract mv_add=t)"),
        ("| multikv fields a b filter c", "(multikv fields a b filter c)"),
        ("| fromjson a prefix=p", "(fromjson prefix=p a)"),
        ("| tojson num(a) default_type=str", "(tojson default_type=str \"num(a)\")"),
        ("| iplocation prefix=p_ src", "(iplocation prefix=p_ src)"),
        ("| top limit=3 a, b by c", "(top limit=3 a b by=(c))"),
        ("| rare 5 a", "(rare 5 a)"),
        ("| addtotals row=f col=t labelfield=a b*", "(addtotals row=f col=t labelfield=a b*)"),
        ("| addcoltotals a", "(addcoltotals a)"),
        ("| streamstats window=5 current=f global=f count AS n sum(a) by b", "(streamstats window=5 current=f global=f (count ->n) (sum a) by=(b))"),
        ("| streamstats time_window=5m reset_on_change=t reset_before=(a=1) count", "(streamstats time_window=300s reset_on_change reset_before=(= a 1) (count))"),
        ("| chart count over a by b limit=3", "(chart (count) over=a by=b)"),
        ("| timechart limit=0 span=5m count by a", "(timechart (count) by=a)"),
        ("| accum a AS b", "(accum a ->b)"),
        ("| delta a AS b p=2", "(delta p=2 a ->b)"),
        ("| autoregress a p=1-3", "(autoregress p=1-3 a)"),
        ("| rangemap field=a low=1-5 default=x", "(rangemap field=a low=1-5 default=x)"),
        ("| addinfo", "(addinfo)"),
        ("| fieldformat a=tostring(a)", "(fieldformat a (call tostring a))"),
        ("| strcat allrequired=t a \"-\" b c", "(strcat allrequired=t a - b c)"),
        ("| uniq", "(uniq)"),
        ("| transpose 3 header_field=a", "(transpose header_field=a 3)"),
        ("| untable a b c", "(untable a b c)"),
        ("| xyseries a b c d sep=-", "(xyseries sep=- a b c d)"),
        ("| maketable a b c", "(xyseries a b c)"),
        ("| filldown a b*", "(filldown a b*)"),
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
        ("| inputcsv dispatch=t t.csv", "(inputlookup t.csv)"),
        ("| gentimes start=-3 increment=1h", "(gentimes start=-3 increment=1h)"),
        ("| trendline sma5(a) AS b, ema10(c)", "(trendline (sma5 a ->b) (ema10 c))"),
        ("| fieldsummary maxvals=3 a b*", "(fieldsummary maxvals=3 a b*)"),
        ("| contingency maxrows=2 a b", "(contingency maxrows=2 a b)"),
        ("| counttable a b", "(contingency a b)"),
        ("| ctable a b", "(contingency a b)"),
        ("| concurrency duration=d output=n", "(concurrency duration=d output=n)"),
        ("| makecontinuous _time span=1m", "(makecontinuous span=1m _time)"),
        ("| reltime", "(reltime)"),
        ("| timewrap 1week series=short", "(timewrap series=short 1week)"),
        ("| xpath outfield=a \"//b\" field=c", "(xpath outfield=a field=c //b)"),
        ("| collect index=summary", "(collect index=summary)"),
        ("| localize maxcount=1", "(collect maxcount=1)"),
        ("| outputcsv append=t f.csv", "(collect append=t f.csv)"),
        ("| outputtext usexml=t", "(collect usexml=t)"),
        ("| sendalert a param.b=c", "(collect param.b=c a)"),
        ("| sendemail to=\"a@b\"", "(collect to=a@b)"),
        ("| tags outputfield=t host", "(collect outputfield=t host)"),
        ("| tscollect namespace=a", "(collect namespace=a)"),
        ("| typer", "(collect)"),
        ("| stats sparkline sparkline(count) AS a sparkline(avg(b), 5m)", "(stats (sparkline) (sparkline count ->a) (sparkline avg b span=300 Second))"),
        ("| timechart eval(avg(a)*2) AS b", "(timechart (eval (eval (* (call avg a) 2)) ->b))"),
        ("| makeresults format=csv data=\"a\"", "(makeresults format=csv data=a)"),
        ("| foreach a* b [eval <<FIELD>>=1]", "(foreach a* b [(eval (set <<FIELD>> 1))])"),
        ("| foreach mode=json_array a [eval b=<<ITEM>>]", "(foreach mode=JsonArray a [(eval (set b '<<ITEM>>'))])"),
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
    public void Every_command_of_the_Search_Reference_is_built_or_left_out_with_a_reason() =>
        Assert.That(Reference.Except(CommandCatalogue.Names, StringComparer.Ordinal).Except(LeftOutCommands.All.Keys, StringComparer.Ordinal), Is.Empty);

    [Test]
    public void No_command_is_both_built_and_left_out() => Assert.That(CommandCatalogue.Names.Where(LeftOutCommands.All.ContainsKey), Is.Empty);

    // Splunk Enterprise Search Reference, list of commands, with those that older versions had.
    private static readonly string[] Reference =
        """
        abstract accum addcoltotals addinfo addtotals analyzefields anomalies anomalousvalue anomalydetection append appendcols appendpipe arules
        associate audit autoregress awssnsalert bin bucket bucketdir chart cluster cofilter collect concurrency contingency convert correlate ctable
        datamodel dbinspect dbxquery dedup delete delta diff discretize dump entitymerge erex eval eventcount eventstats extract fieldformat fields fieldsummary
        filldown fillnull findtypes fit folderize foreach format from fromjson gauge gentimes geom geomfilter geostats head highlight history
        iconify inputcsv inputintelligence inputlookup iplocation join jsontxn kmeans kv kvform loadjob localize localop lookup
        makecontinuous makejson makemv makeresults map mcatalog mcollect metadata metasearch meventcollect mpreview msearch mstats multikv multisearch
        mvcombine mvexpand nomv noop outlier outputcsv outputlookup outputtext overlap pivot predict rangemap rare redistribute regex relevancy reltime
        rename replace require rest return reverse rex rtorder run savedsearch script scrub search searchtxn selfjoin sendalert sendemail set
        setfields sichart sirare sistats sitimechart sitop snowevent snoweventstream snowincident snowincidentstream sort spath stats strcat streamstats
        table tags tail timechart timewrap tojson top transaction transpose trendline tscollect tstats typeahead typelearner typer union uniq untable
        walklex where x11 xmlkv xmlunescape xpath xyseries
        """
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
