using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Tests.Spl;

namespace DetectionKit.Language.Tests.Binding;

/// <summary>What a plan says of its source: the fields that are read, when, of which source types and times.</summary>
internal sealed class SourceTests
{
    [TestCase("| tstats count from datamodel=Network_Traffic where All_Traffic.bytes>5 by All_Traffic.app", "All_Traffic.app", "FlowEnd")]
    [TestCase("| tstats count from datamodel=Network_Traffic where All_Traffic.dest_port=5 by All_Traffic.app", "All_Traffic.app", "Identified")]
    [TestCase("| tstats sum(All_Traffic.bytes_out) max(_time) from datamodel=Network_Traffic by All_Traffic.app", "All_Traffic.app All_Traffic.bytes_out _time", "FlowEnd")]
    [TestCase("| tstats count from datamodel=Network_Traffic", "", "Identified")]
    [TestCase("| tstats count from datamodel=Certificates where All_Certificates.ssl_version=x by All_Certificates.SSL.ssl_issuer", "All_Certificates.SSL.ssl_issuer", "Identified")]
    [TestCase("| tstats count from datamodel=Certificates.All_Certificates where nodename=All_Certificates.SSL by SSL.src", "SSL.src", "Identified")]
    [TestCase("| tstats count from datamodel=Certificates.SSL by SSL.ssl_subject", "SSL.ssl_subject", "Identified")]
    public void A_model_source_names_its_fields_and_when_they_are_due(string search, string fields, string feed)
    {
        var source = (ModelSource)SplTest.Compile(search).Plan!.Source;
        Assert.That((string.Join(' ', source.Fields.Select(field => field.Column)), source.Feed.ToString()), Is.EqualTo((fields, feed)));
    }

    [TestCase("sourcetype=a x", "a")]
    [TestCase("sourcetype=b OR sourcetype=a", "a b")]
    [TestCase("sourcetype IN (a, b) x", "a b")]
    [TestCase("x | search sourcetype=a", "a")]
    [TestCase("sourcetype=a*", "")]
    [TestCase("sourcetype=a OR b=1", "")]
    [TestCase("NOT sourcetype=a", "")]
    [TestCase("(sourcetype=a b=1) OR (sourcetype=c d=2)", "a c")]
    public void A_raw_source_names_the_source_types_that_can_match(string search, string expected) =>
        Assert.That(string.Join(' ', Raw(search).SourceTypes), Is.EqualTo(expected));

    [TestCase("x", "all")]
    [TestCase("x | stats count by a", "a")]
    [TestCase("x | stats latest(b) by a", "_time a b")]
    [TestCase("x | where c=1 | eval d=e.f, g=d | stats count(eval(g=h)) by a", "a c e f h")]
    [TestCase("x | rename a as b | stats count by b", "a")]
    [TestCase("x | rename a* as b* | stats count by b1", "all")]
    [TestCase("x | eval b=1 | search foo | table a", "all")]
    [TestCase("x | eval e=1 | search b=1 | sort c | dedup d | table a", "a b c d")]
    [TestCase("x | fillnull | table a", "all")]
    [TestCase("x | lookup ports app AS b | table a port", "a b port")]
    public void A_raw_source_names_the_columns_that_are_read(string search, string expected) =>
        Assert.That(Raw(search).Columns is { } columns ? string.Join(' ', columns) : "all", Is.EqualTo(expected));

    [Test]
    public void Time_bounds_belong_to_the_source()
    {
        var source = Raw("earliest=-24h@h latest=\"now\" a=1");
        Assert.That((source.Earliest, source.Latest), Is.EqualTo(("-24h@h", "now")));
    }

    private static RawSource Raw(string search) => (RawSource)SplTest.Compile(search).Plan!.Source;
}
