using System.Collections.Immutable;
using System.Text;
using DetectionKit.Bundles.Comparison;
using DetectionKit.Bundles.Tests.Support;

namespace DetectionKit.Bundles.Tests.Comparison;

public sealed class BundleComparerTests
{
    private const string Filter = """{"kind":"and","of":[{"kind":"text","field":"app","op":"=","pattern":"ssh"},{"kind":"not","of":{"kind":"integer","field":"dest_port","op":"=","number":22}}]}""";
    private const string Where = """{"kind":"where","condition":{"kind":">","of":[{"kind":"field","name":"count"},{"kind":"literal","value":3}]}}""";
    private const string Rename = """{"kind":"rename","of":[{"kind":"pair","from":"All_Traffic.*","to":"*"}]}""";

    [TestCase(Filter, Where, Filter, Where, "")]
    [TestCase(Filter, Where, """{"kind":"text","field":"app","op":"=","pattern":"ssh"}""", Where, "filter: app=ssh; it was (app=ssh AND NOT dest_port=22)")]
    [TestCase(Filter, Where, """{"kind":"and","of":[{"kind":"text","field":"app","op":"=","pattern":"ssh"},{"kind":"text","field":"transport","op":"=","pattern":"tcp"}]}""", Where, "filter: now also asks for transport=tcp; no longer asks for NOT dest_port=22")]
    [TestCase(Filter, Where, Filter, Rename + "," + Where, "rename added at 1: rename(pair(from: All_Traffic.*, to: *))")]
    [TestCase(Filter, Rename + "," + Where, Filter, Where, "rename removed: rename(pair(from: All_Traffic.*, to: *))")]
    [TestCase(Filter, Where, Filter, """{"kind":"where","condition":{"kind":">","of":[{"kind":"field","name":"count"},{"kind":"literal","value":5}]}}""", "where at 1: count > 5; it was count > 3")]
    public void A_change_is_said_in_words(string filter, string stages, string newFilter, string newStages, string expected)
    {
        var changed = Compare(filter, stages, newFilter, newStages).Detections;
        Assert.That(string.Join('\n', changed.SelectMany(detection => detection.Changes)), Is.EqualTo(expected));
        Assert.That(changed.Length, Is.EqualTo(expected.Length == 0 ? 0 : 1));
    }

    [Test]
    public void A_changed_plan_under_an_old_version_is_told() =>
        Assert.That(Compare(Filter, Where, Filter, Rename).Detections.Select(detection => (detection.Kind, detection.KeptVersion)), Is.EqualTo([(DifferenceKind.Changed, true)]));

    [TestCase("""{"kind":7,"of":[{"kind":[]}]}""", "{}")]
    [TestCase("""{"kind":"and","of":3}""", """{"kind":"and","kind":"or"}""")]
    [TestCase("null", "[[[]]]")]
    [TestCase("""{"kind":"where","condition":5}""", """{"kind":"where","condition":{"kind":{"kind":1}}}""")]
    public void A_plan_of_another_shape_is_no_reason_to_fail(string one, string other)
    {
        Assert.That(() => Compare(one, one, other, other), Throws.Nothing);
        Assert.That(() => Compare(Filter, other, one, Where), Throws.Nothing);
        Assert.That(() => BundleComparer.Compare(Bundle("""[{"id":7},{"id":"a","id":"b"},5]""", Sample.Detection("a", 1)), Bundle("{", Sample.Detection("a", 2))), Throws.Nothing);
    }

    [Test]
    public void Detections_and_lookups_come_and_go()
    {
        var old = Bundle("[]", Sample.Detection("a", 1), Sample.Detection("b", 1));
        var @new = Bundle("[]", Sample.Detection("b", 2), Sample.Detection("c", 4));
        var first = old.Lookups.Single(table => table.Name is "Expected Ports");
        var difference = BundleComparer.Compare(old, @new with { Lookups = [first with { Rows = [["http", "80"], ["ssh", "22"], ["ftp", "21"]] }] });
        Assert.That(difference.Detections.Select(detection => $"{detection.Kind} {detection.Name} {detection.OldVersion} {detection.NewVersion} {detection.KeptVersion}"), Is.EqualTo(new[]
        {
            "Removed Detection a 1  False", "Changed Detection b 1 2 False", "Added Detection c  4 False",
        }));
        Assert.That(difference.Lookups, Is.EqualTo(["lookup Expected Ports: 2 rows added, 1 removed", "lookup expected_ports: removed"]));
    }

    [Test]
    public void Plans_that_are_no_json_compare_as_none() => Assert.That(BundleComparer.Compare(Bundle("{"), Bundle("[")).IsEmpty);

    private static BundleDifference Compare(string filter, string stages, string newFilter, string newStages) =>
        BundleComparer.Compare(Bundle(Plan(filter, stages), Sample.Detection("a", 1)), Bundle(Plan(newFilter, newStages), Sample.Detection("a", 1)));

    private static string Plan(string filter, string stages) =>
        $$"""[{"name":"Detection a","id":"a","version":1,"source":{"kind":"model","model":"Network_Traffic","filter":{{filter}}},"stages":[{{stages}}]}]""";

    private static Bundle Bundle(string plans, params ImmutableArray<BundleDetection> detections) =>
        BundleReader.Read(Sample.Write(Sample.Content with { Plans = Encoding.UTF8.GetBytes(plans), Detections = detections }), BundleTrust.Anyone).Bundle!;
}
