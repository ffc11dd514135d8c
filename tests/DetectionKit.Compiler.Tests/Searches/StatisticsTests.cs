namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>Commands that count and compute over rows, by the pages of the Search Reference named like them. Rows worked out by hand.</summary>
public sealed class StatisticsTests
{
    [TestCase("u=a;u=b;u=a;x=1", "top u", ExpectedResult = "u=a count=2 percent=66.666667;u=b count=1 percent=33.333333")]
    [TestCase("u=a;u=b;u=a", "top limit=1 showperc=f countfield=n u", ExpectedResult = "u=a n=2")]
    [TestCase("u=a;u=b;u=a", "top 1 u percentfield=p showcount=f", ExpectedResult = "u=a p=66.666667")]
    [TestCase("u=a;u=b;u=a;u=c", "top limit=1 useother=t otherstr=rest u", ExpectedResult = "u=a count=2 percent=50;u=rest count=2 percent=50")]
    [TestCase("u=a h=x;u=b h=x;u=a h=y", "top limit=0 u by h", ExpectedResult = "h=x u=a count=1 percent=50;h=x u=b count=1 percent=50;h=y u=a count=1 percent=100")]
    [TestCase("u=a h=x;u=b h=x;u=a h=x", "top u, h", ExpectedResult = "u=a h=x count=2 percent=66.666667;u=b h=x count=1 percent=33.333333")]
    [TestCase("u=a;u=b;u=a", "rare u", ExpectedResult = "u=b count=1 percent=33.333333;u=a count=2 percent=66.666667")]
    [TestCase("u=a;u=b;u=a", "rare limit=1 showperc=f u", ExpectedResult = "u=b count=1")]
    [TestCase("u=a u=b;u=a", "top u", ExpectedResult = "u=a count=2 percent=66.666667;u=b count=1 percent=33.333333")]
    public string Top(string events, string search) => Given.Events(events, search);

    [TestCase("b=1;b=2;b=3", "streamstats count sum(b) as s avg(b) as a | table b count s a", ExpectedResult = "b=1 count=1 s=1 a=1;b=2 count=2 s=3 a=1.5;b=3 count=3 s=6 a=2")]
    [TestCase("b=1;b=2;b=3", "streamstats current=f count sum(b) as s | table count s", ExpectedResult = "count=0;count=1 s=1;count=2 s=3")]
    [TestCase("b=1;b=2;b=3;b=4", "streamstats window=2 sum(b) as s | table s", ExpectedResult = "s=1;s=3;s=5;s=7")]
    [TestCase("b=1;b=2;b=3;b=4", "streamstats current=f window=2 sum(b) as s | table s", ExpectedResult = ";s=1;s=3;s=5")]
    [TestCase("b=1;b=2;b=3", "streamstats current=f window=1 last(b) as before | table before", ExpectedResult = ";before=1;before=2")]
    [TestCase("h=x;h=y;h=x;n=1", "streamstats count by h | table h count", ExpectedResult = "h=x count=1;h=y count=1;h=x count=2;")]
    [TestCase("h=x b=1;h=y b=2;h=x b=4;h=x b=8", "streamstats window=2 sum(b) as s by h | table s", ExpectedResult = "s=1;s=2;s=4;s=12", Description = "global: the window counts rows of all groups")]
    [TestCase("h=x b=1;h=y b=2;h=x b=4;h=x b=8", "streamstats window=2 global=f sum(b) as s by h | table s", ExpectedResult = "s=1;s=2;s=5;s=12")]
    [TestCase("_time=100 b=1;_time=95 b=2;_time=88 b=4", "streamstats time_window=10s sum(b) as s | table s", ExpectedResult = "s=1;s=3;s=6")]
    [TestCase("_time=100 b=1;_time=95 b=2;_time=80 b=4", "streamstats time_window=10s window=1 sum(b) as s | table s", ExpectedResult = "s=1;s=2;s=4")]
    [TestCase("h=x;h=x;h=y;h=x", "streamstats reset_on_change=true count by h | table count", ExpectedResult = "count=1;count=2;count=1;count=1")]
    [TestCase("a=go;a=go;a=stop;a=go", "streamstats reset_before=(a=\"stop\") count | table count", ExpectedResult = "count=1;count=2;count=1;count=2")]
    [TestCase("a=go;a=stop;a=go", "streamstats reset_after=\"(a=\\\"stop\\\")\" count | table count", ExpectedResult = "count=1;count=2;count=1")]
    [TestCase("a=go;a=stop;a=go", "streamstats reset_after=\"(\"a==\\\"stop\\\"\")\" count | table count", ExpectedResult = "count=1;count=2;count=1")]
    [TestCase("a=1;a=1;a=1", "streamstats count reset_after=(count>=2) | table count", ExpectedResult = "count=1;count=2;count=1")]
    [TestCase("b=1;b=x", "streamstats allnum=true sum(b) as s count | table s count", ExpectedResult = "s=1 count=1;count=2")]
    [TestCase("b=1;b=x", "streamstats allnum=false sum(b) as s | table s", ExpectedResult = "s=1;s=1")]
    [TestCase("b=3;b=1", "streamstats list(b) as l max(b) as m dc(b) as d | table l m d", ExpectedResult = "l=3 m=3 d=1;l=3|1 m=3 d=2")]
    [TestCase("b=3;b=1", "streamstats count(eval(b>2)) as n | table n", ExpectedResult = "n=1;n=1")]
    public string StreamStats(string events, string search) => Given.Events(events, search);

    [TestCase("_time=70 u=a;_time=10 u=b", "timechart span=1m count", ExpectedResult = "_time=0 count=1;_time=60 count=1")]
    [TestCase("_time=130 u=a;_time=10 u=b", "timechart span=1m count", ExpectedResult = "_time=0 count=1;_time=60 count=0;_time=120 count=1")]
    [TestCase("_time=130 u=a;_time=10 u=b", "timechart cont=f span=1m count", ExpectedResult = "_time=0 count=1;_time=120 count=1")]
    [TestCase("_time=130 b=4;_time=10 b=2", "timechart span=1m sum(b) as s avg(b)", ExpectedResult = "_time=0 s=2 avg(b)=2;_time=60;_time=120 s=4 avg(b)=4")]
    [TestCase("_time=70 u=a;_time=10 u=b;_time=5", "timechart span=1m count by u", ExpectedResult = "_time=0 a=0 b=1 NULL=1;_time=60 a=1 b=0 NULL=0")]
    [TestCase("_time=10 u=a;_time=10 u=b;_time=5 u=a;_time=4 u=c", "timechart span=1m limit=1 count by u", ExpectedResult = "_time=0 a=2 OTHER=2")]
    [TestCase("_time=10 u=a;_time=10 u=b;_time=5 u=a", "timechart span=1m count by u limit=bottom1 useother=f", ExpectedResult = "_time=0 b=1")]
    [TestCase("_time=10 u=a;_time=10", "timechart span=1m usenull=f count by u", ExpectedResult = "_time=0 a=1")]
    [TestCase("_time=10 u=a b=2", "timechart span=1m count sum(b) by u", ExpectedResult = "_time=0 count:%a=1 sum(b):%a=2")]
    [TestCase("_time=10 u=a b=9;_time=10 u=c b=1;_time=5 u=c b=1", "timechart span=1m limit=1 useother=f count sum(b) by u", ExpectedResult = "_time=0 count:%c=2 sum(b):%c=2", Description = "several aggregates: what is there most often")]
    [TestCase("_time=10 u=a b=9;_time=70 u=a b=1;_time=10 u=c b=7;_time=70 u=c b=7", "timechart span=1m useother=f sum(b) by u where min in top1", ExpectedResult = "_time=0 c=7;_time=60 c=7")]
    [TestCase("_time=10 u=a b=9;_time=10 u=c b=7;_time=10 u=d b=1", "timechart span=1m sum(b) by u where max notin top1", ExpectedResult = "_time=0 c=7 d=1 OTHER=9")]
    [TestCase("_time=10 u=a b=9;_time=10 u=c b=7;_time=10 u=d b=1", "timechart span=1m sum(b) by u where sum > 7 useother=f", ExpectedResult = "_time=0 a=9")]
    [TestCase("_time=10 u=a b=9;_time=10 u=c b=7;_time=10 u=d b=1", "timechart span=1m useother=f sum(b) by u WHERE max in (bottom 2)", ExpectedResult = "_time=0 c=7 d=1")]
    [TestCase("a=x b=p v=1;a=x b=q v=9", "chart useother=f sum(v) over a by b where sum < 5", ExpectedResult = "a=x p=1")]
    [TestCase("a=x b=p v=1", "chart agg=sum(v) over a by b", ExpectedResult = "a=x p=1")]
    [TestCase("_time=10 b=30;_time=20 b=30", "timechart span=1m per_second(b) as s per_minute(b) per_hour(b) as h per_day(b) as d", ExpectedResult = "_time=0 s=1 per_minute(b)=60 h=3600 d=86400")]
    [TestCase("a=x;a=y;a=x", "stats estdc(a) as n estdc_error(a) as e", ExpectedResult = "n=2 e=0")]
    [TestCase("_time=3600 u=a;_time=0 u=b", "timechart count | head 2", ExpectedResult = "_time=0 count=1;_time=60 count=0", Description = "an hour in a hundred buckets at most: minutes")]
    [TestCase("a=x b=p;a=x b=q;a=y b=p", "chart count over a by b", ExpectedResult = "a=x p=1 q=1;a=y p=1 q=0")]
    [TestCase("a=x b=p;a=x b=q;a=y b=p", "chart count by a b", ExpectedResult = "a=x p=1 q=1;a=y p=1 q=0")]
    [TestCase("a=x n=1;a=x n=2;n=5", "chart sum(n) max(n) as m by a", ExpectedResult = "a=x sum(n)=3 m=2")]
    [TestCase("n=5;n=12;n=14", "chart count by n span=10", ExpectedResult = "n=0-10 count=1;n=10-20 count=2")]
    [TestCase("a=x b=p v=1;a=x b=q v=9", "chart limit=1 otherstr=rest sum(v) over a by b", ExpectedResult = "a=x q=9 rest=1")]
    [TestCase("a=x b=p v=1;a=x v=9", "chart nullstr=none sum(v) over a by b", ExpectedResult = "a=x p=1 none=9")]
    [TestCase("a=x b=p v=1", "chart format=\"$VAL$ $AGG$\" count sum(v) over a by b", ExpectedResult = "a=x p%count=1 p%sum(v)=1")]
    [TestCase("a=x b=p v=1", "chart sep=\"-\" count sum(v) over a by b", ExpectedResult = "a=x count-p=1 sum(v)-p=1")]
    public string Chart(string events, string search) => Given.Events(events, search);

    [TestCase("b=1 h=x;b=3 h=y;b=5 h=x", "eventstats avg(b) as a count by h | table b a count", ExpectedResult = "b=1 a=3 count=2;b=3 a=3 count=1;b=5 a=3 count=2")]
    [TestCase("b=1 h=x;b=3", "eventstats sum(b) as s by h | table b s", ExpectedResult = "b=1 s=1;b=3")]
    public string EventStats(string events, string search) => Given.Events(events, search);

    // timechart reaches over the time that the search is about (fixedrange), with the buckets at its ends (partial).
    [TestCase("sourcetype=web earliest=940 latest=1090 | timechart span=1m count | fields _time count | eval t=_time | table t count", ExpectedResult = "count=0 t=900 / count=2 t=960 / count=2 t=1020 / count=0 t=1080")]
    [TestCase("sourcetype=web earliest=940 latest=1090 | timechart span=1m partial=f count | eval t=_time | table t count", ExpectedResult = "count=2 t=960 / count=2 t=1020")]
    [TestCase("sourcetype=web earliest=940 latest=1090 | timechart span=1m fixedrange=f count | eval t=_time | table t count", ExpectedResult = "count=2 t=960 / count=2 t=1020")]
    [TestCase("sourcetype=web earliest=970 latest=1090 | timechart span=1m aligntime=earliest count | eval t=_time | table t count", ExpectedResult = "count=3 t=970 / count=1 t=1030")]
    public string Ends_of_a_timechart(string search) => string.Join(" / ", Sample.Rows(search));
}
