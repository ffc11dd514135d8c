using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Running;

/// <summary>Lookups of assets and identities fill what no source gives.</summary>
public sealed class EntityRunTests
{
    private static readonly LookupTable Assets = new()
    {
        Name = EntityLookups.AssetsByName,
        Columns = ["ip", "nt_host", "category", "priority"],
        Rows = [["10.0.0.1|10.0.0.2", "web01", "server|pci", "high"], ["10.0.0.0/8", "", "inside", ""]],
    };

    private static readonly LookupTable Users = new() { Name = EntityLookups.Identities, Columns = ["identity", "bunit"], Rows = [["ann|ann@x", "sales"]] };

    [TestCase("10.0.0.1", ExpectedResult = "pci,server high")]
    [TestCase("10.0.0.2", ExpectedResult = "pci,server high")]
    [TestCase("WEB01", ExpectedResult = "pci,server high")]
    [TestCase("10.9.9.9", ExpectedResult = "inside ")]
    [TestCase("11.0.0.1", ExpectedResult = " ")]
    public string An_asset_is_found_by_any_of_its_names_or_its_network(string dest)
    {
        var row = Run(new() { Time = default, Dest = dest }, "dest_category", "dest_priority");
        return $"{string.Join(',', row["dest_category"].Items.Select(item => item.ToText()).Order(StringComparer.Ordinal))} {row["dest_priority"].ToText()}";
    }

    [Test]
    public void A_user_is_found_by_its_names()
    {
        Assert.That(Run(new() { Time = default, User = "ann@x" }, "user_bunit")["user_bunit"].ToText(), Is.EqualTo("sales"));
        Assert.That(Run(new() { Time = default, User = "bob" }, "user_bunit")["user_bunit"].IsNull);
    }

    [Test]
    public void A_condition_sees_what_is_known()
    {
        var detector = new FakeDetector<NetworkTraffic>(Source("dest"), e => e.EntityText("dest", "priority") is "high", new TableSpec(["dest"]));
        var run = new DetectionRun([detector], new() { Lookups = new([Assets]) });
        run.OpenInput().OnModel(new NetworkTraffic { Time = default, Dest = "web01" });
        run.OpenInput().OnModel(new NetworkTraffic { Time = default, Dest = "web02" });
        Assert.That(Some.Text(run.Finish().Rows.Select(row => row.Row)), Is.EqualTo(["dest=web01"]));
    }

    private static Abstractions.Rows.Row Run(NetworkTraffic flow, params string[] fields)
    {
        var run = new DetectionRun([new FakeDetector<NetworkTraffic>(Source(fields), _ => true, new FieldsSpec([.. fields], false))], new() { Lookups = new LookupStore([Assets, Users]) });
        run.OpenInput().OnModel(flow);
        return run.Finish().Rows.Single().Row;
    }

    private static SourceSpec.OfModel Source(params string[] fields) => new("Network_Traffic", "All_Traffic", [.. fields.Select(field => new SourceField(field, field))], FeedPoint.FlowEnd);
}
