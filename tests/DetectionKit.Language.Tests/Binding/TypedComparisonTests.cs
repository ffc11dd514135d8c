using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Writing;
using DetectionKit.Language.Tests.Spl;

namespace DetectionKit.Language.Tests.Binding;

/// <summary>What a comparison of a typed field becomes.</summary>
internal sealed class TypedComparisonTests
{
    [TestCase("All_Traffic.dest_port=53", "(integer field=All_Traffic.dest_port op== number=53)")]
    [TestCase("All_Traffic.dest_port!=53", "(integer field=All_Traffic.dest_port op=!= number=53)")]
    [TestCase("All_Traffic.dest_port>=1024", "(integer field=All_Traffic.dest_port op=>= number=1024)")]
    [TestCase("All_Traffic.dest_port<0.5", "(number field=All_Traffic.dest_port op=< number=0.5)")]
    [TestCase("All_Traffic.dest_port=5*", "(text field=All_Traffic.dest_port op== pattern=5*)")]
    [TestCase("All_Traffic.dest_port=*", "(exists field=All_Traffic.dest_port)")]
    [TestCase("All_Traffic.dest_port!=*", "(never)")]
    [TestCase("All_Traffic.dest_port!=abc", "(exists field=All_Traffic.dest_port)")]
    [TestCase("All_Traffic.dest_port IN (53, \"5*\")", "(in (integer field=All_Traffic.dest_port op== number=53) (text field=All_Traffic.dest_port op== pattern=5*))")]
    [TestCase("All_Traffic.duration>1.5", "(number field=All_Traffic.duration op=> number=1.5)")]
    [TestCase("All_Traffic.src_ip=10.1.2.3", "(address field=All_Traffic.src_ip op== address=10.1.2.3)")]
    [TestCase("All_Traffic.src_ip!=2001:DB8::1", "(address field=All_Traffic.src_ip op=!= address=2001:db8::1)")]
    [TestCase("All_Traffic.src_ip=\"10.0.0.0/8\"", "(network field=All_Traffic.src_ip op== network=10.0.0.0/8)")]
    [TestCase("All_Traffic.src_ip!=fe80::/10", "(network field=All_Traffic.src_ip op=!= network=fe80::/10)")]
    [TestCase("All_Traffic.src_ip=10.*", "(text field=All_Traffic.src_ip op== pattern=10.*)")]
    [TestCase("All_Traffic.src=10.0.0.0/8", "(network field=All_Traffic.src op== network=10.0.0.0/8)")]
    [TestCase("All_Traffic.app=DNS", "(text field=All_Traffic.app op== pattern=DNS)")]
    [TestCase("All_Traffic.app>b", "(order field=All_Traffic.app op=> text=b)")]
    [TestCase("All_Traffic.app=1", "(text field=All_Traffic.app op== pattern=1)")]
    [TestCase("sourcetype=bro:*", "(text field=sourcetype op== pattern=bro:*)")]
    [TestCase("_time>=1700000000", "(number field=_time op=>= number=1700000000)")]
    [TestCase("nodename=All_Traffic", "(always)")]
    [TestCase("index=main", "(always)")]
    [TestCase("NOT index=main", "(always)")]
    [TestCase("index=main All_Traffic.app=a", "(text field=All_Traffic.app op== pattern=a)")]
    [TestCase("All_Traffic.app=a OR index=main", "(always)")]
    public void A_comparison_takes_the_type_of_its_field(string where, string expected)
    {
        var (plan, diagnostics) = SplTest.Compile($"| tstats count from datamodel=Network_Traffic where {where}");
        Assert.That(plan is null ? SplTest.Found(diagnostics) : PlanText.Of(((ModelSource)plan.Source).Filter.Accept(PredicateDescriber.Instance)), Is.EqualTo(expected));
    }

    [TestCase("a=1", "(text field=a op== pattern=1)")]
    [TestCase("a<5", "(order field=a op=< text=5 number=5)")]
    [TestCase("a=10.0.0.0/8", "(network field=a op== network=10.0.0.0/8)")]
    [TestCase("a=1.2.3.4", "(text field=a op== pattern=1.2.3.4)")]
    [TestCase("foo NOT bar*", "(and (term pattern=foo) (not (term pattern=bar*)))")]
    [TestCase("earliest=-1h a=1", "(text field=a op== pattern=1)")]
    public void A_field_of_a_raw_event_has_no_type(string search, string expected)
    {
        var (plan, diagnostics) = SplTest.Compile(search);
        Assert.That(plan is null ? SplTest.Found(diagnostics) : PlanText.Of(((RawSource)plan.Source).Filter.Accept(PredicateDescriber.Instance)), Is.EqualTo(expected));
    }
}
