using DetectionKit.Language.Tests.Spl;

namespace DetectionKit.Language.Tests.Binding;

/// <summary>What is wrong with a search's names and types, and where: <c>«»</c> marks each place.</summary>
internal sealed class BindingErrorTests
{
    private const string From = "| tstats count from datamodel=Network_Traffic ";

    [TestCase("| tstats count from datamodel=«Network_Trafic»", "DK3001 unknown data model `Network_Trafic`; did you mean `Network_Traffic`?")]
    [TestCase("| tstats count from datamodel=«Network_Traffic.Al_Traffic»", "DK3002 Network_Traffic has no dataset `Al_Traffic`; did you mean `All_Traffic`?")]
    [TestCase(From + "where All_Traffic.«dst_port»=1", "DK3003 unknown field `dst_port` in Network_Traffic; did you mean `dest_port`?")]
    [TestCase(From + "where \"All_Traffic.«dst_port»\"=1", "DK3003 unknown field `dst_port` in Network_Traffic; did you mean `dest_port`?")]
    [TestCase(From + "where «Al_Traffic.dest_port»=1", "DK3003 unknown field `Al_Traffic.dest_port` in Network_Traffic; did you mean `All_Traffic.dest_port`?")]
    [TestCase(From + "where «dest_port»=1", "DK3003 unknown field `dest_port` in Network_Traffic; did you mean `All_Traffic.dest_port`?")]
    [TestCase(From + "by All_Traffic.«dst_port»", "DK3003 unknown field `dst_port` in Network_Traffic; did you mean `dest_port`?")]
    [TestCase(From + "where «foo»", "DK3013 a data model has no text to search for `foo` in: compare a field")]
    [TestCase(From + "where «All_Traffic.dest_port=abc»", "DK3006 this never holds: `All_Traffic.dest_port` holds whole numbers, and `abc` is not written as one")]
    [TestCase(From + "where «All_Traffic.dest_port=053»", "DK3006 this never holds: `All_Traffic.dest_port` holds whole numbers, and `053` is not written as one")]
    [TestCase(From + "where «All_Traffic.src_ip=10.0.0»", "DK3006 this never holds: `All_Traffic.src_ip` holds addresses, and `10.0.0` is not written as one")]
    [TestCase(From + "where «All_Traffic.src_category»=pci", "DK3007 nothing here fills `All_Traffic.src_category`: a lookup `asset_lookup_by_str` (CSV) does")]
    [TestCase(From + "where «index=main»", "DK3008 there are no indexes here: `index=main` is true of every event")]
    [TestCase(From + "by All_Traffic.app | where «ap»=1", "DK3004 no row can have the field `ap` here: the commands before it leave `All_Traffic.app`, `count`")]
    [TestCase("x | stats count by alpha | where «beta»=1", "DK3004 no row can have the field `beta` here: the commands before it leave `alpha`, `count`")]
    [TestCase("x | stats count by alpha | search «alpa»=1", "DK3004 no row can have the field `alpa` here: the commands before it leave `alpha`, `count`; did you mean `alpha`?")]
    [TestCase("x | stats count by alpha | sort -«cuont»", "DK3004 no row can have the field `cuont` here: the commands before it leave `alpha`, `count`; did you mean `count`?")]
    [TestCase("x | stats count by alpha | table «alpa»", "DK3004 no row can have the field `alpa` here: the commands before it leave `alpha`, `count`; did you mean `alpha`?")]
    [TestCase("x | stats count by alpha | stats count by «alpa»", "DK3004 no row can have the field `alpa` here: the commands before it leave `alpha`, `count`; did you mean `alpha`?")]
    [TestCase("x | stats count by alpha | rename «alpa» as beta", "DK3004 no row can have the field `alpa` here: the commands before it leave `alpha`, `count`; did you mean `alpha`?")]
    [TestCase("x | stats count by alpha | rename «beta» as gamma", "DK3005 no row can have the field `beta` here: the commands before it leave `alpha`, `count`")]
    [TestCase("x | stats count by alpha | table count, «beta»", "DK3005 no row can have the field `beta` here: the commands before it leave `alpha`, `count`")]
    [TestCase("x | stats count by alpha | eval gamma=if(isnull(«beta»), 1, 2)", "DK3005 no row can have the field `beta` here: the commands before it leave `alpha`, `count`")]
    [TestCase("x | stats count by alpha | eval gamma=coalesce(alpha, «alpah»)", "DK3004 no row can have the field `alpah` here: the commands before it leave `alpha`, `count`; did you mean `alpha`?")]
    [TestCase("| tstats count from datamodel=Endpoint.Processes by Processes.dest | rename «Proceses.*» as *", "DK3004 no row can have the field `Proceses.*` here: the commands before it leave `Processes.dest`, `count`; did you mean `Processes.*`?")]
    [TestCase("| tstats values(«process») as p from datamodel=Endpoint.Processes by Processes.dest", "DK3021 `process` is no field of the data model's events, and so has no value here; did you mean `Processes.process`?")]
    [TestCase("x | rename a* as «b*c*»", "DK3014 `a*` and `b*c*` do not have the same number of wildcards")]
    [TestCase("x | eval a=«coalsce»(b, c)", "DK3009 unknown function `coalsce`; did you mean `coalesce`?")]
    [TestCase("x | eval a=«if(b=1, 2)»", "DK3010 `if` takes 3 arguments, not 2")]
    [TestCase("x | eval a=«case(b=1)»", "DK3010 `case` takes pairs of a condition and a value, not 1")]
    [TestCase("x | eval a=«b=1»", "DK3012 a value must stand here; this is a condition: write `if(..., a, b)`")]
    [TestCase("x | where «b»", "DK3011 a condition must stand here; this is a value")]
    [TestCase("x | where b=1 AND «c+1»", "DK3011 a condition must stand here; this is a value")]
    [TestCase("x | lookup «prts» app", "DK1101 the lookup `prts` is not defined here and matches nothing; did you mean `ports`?")]
    [TestCase("x | lookup ports «ap» AS b", "DK3016 the lookup `ports` has no column `ap`; did you mean `app`?")]
    [TestCase("x | lookup ports app OUTPUT «prt»", "DK3016 the lookup `ports` has no column `prt`; did you mean `port`?")]
    [TestCase("| inputlookup ports | where «prt»=1", "DK3004 no row can have the field `prt` here: the commands before it leave `app`, `port`, `alias`; did you mean `port`?")]
    [TestCase(From + "by All_Traffic.app | where «All_Traffic.app»=\"x\"", "DK3018 here `.` joins two texts, and there is a field `All_Traffic.app`; did you mean `'All_Traffic.app'` in single quotes?")]
    public void A_finding_is_reported_at_its_place(string marked, string expected) => Assert.That(SplTest.Marked(marked), Is.EqualTo(expected));

    [Test]
    public void One_unread_command_does_not_make_findings_of_the_next() => Assert.That(
        SplTest.Marked(From + "by All_Traffic.app | «kvform» app | where app=\"x\" AND other=1"),
        Is.EqualTo("DK2030 the command `kvform` is left out by design: it needs what an installation has stored: forms, transaction types, lists of threats"));
}
