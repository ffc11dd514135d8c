using System.Xml.Linq;

namespace DetectionKit.Cli.Tests;

public sealed class TestVerbTests
{
    private const string Verified = "detections/network/protocol_or_port_mismatch.verified.json";
    private const string Received = "detections/network/protocol_or_port_mismatch.received.json";
    private Sandbox _sandbox = null!;

    // The rule's own tests name datasets that are not copied; what is tested here is snapshots.
    [SetUp]
    public void MakeRepository()
    {
        _sandbox = new Sandbox();
        var rule = _sandbox.PathOf(Sandbox.Rule);
        var text = File.ReadAllText(rule);
        var tests = text.IndexOf("\ntests:", StringComparison.Ordinal);
        File.WriteAllText(rule, $"{text[..tests]}\ntests:\n  - name: True Positive Test\n    attack_data:\n      - data: {Sandbox.Capture(Sandbox.Attack)}\n        source: capture\n        sourcetype: detectionkit:pcap\n");
    }

    [TearDown]
    public void RemoveRepository() => _sandbox.Dispose();

    [Test]
    public void A_new_rule_fails_until_its_snapshot_is_accepted()
    {
        var first = _sandbox.Dk("test");
        Assert.That(first.Code, Is.EqualTo(1), first.Error);
        Assert.That(first.Error, Does.Contain("not in the snapshot").And.Contain("8088"));
        Assert.That(File.Exists(_sandbox.PathOf(Received)));
        Assert.That(_sandbox.Dk("test", "--accept").Code, Is.EqualTo(0));
        Assert.That(File.ReadAllText(_sandbox.PathOf(Verified)), Does.StartWith("{\n  \"datasets/T1571/http_on_8088\": [\n    {\"src_ip\":"));
        Assert.That(File.Exists(_sandbox.PathOf(Received)), Is.False);
        Assert.That(_sandbox.Dk("test").Code, Is.EqualTo(0));
    }

    [TestCase("--attack-data")]
    [TestCase("--content")]
    public void A_folder_that_is_not_there_cannot_be_tested_on(string option)
    {
        var result = _sandbox.Dk("test", option, "nosuch");
        Assert.That((result.Code, result.Error), Is.EqualTo((2, "dk: nosuch: no such folder\n")));
    }

    [Test]
    public void A_changed_rule_shows_its_rows_as_changed()
    {
        _sandbox.Dk("test", "--accept");
        File.WriteAllText(_sandbox.PathOf(Verified), File.ReadAllText(_sandbox.PathOf(Verified)).Replace("\"count\":2", "\"count\":7", StringComparison.Ordinal));
        var result = _sandbox.Dk("test");
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("7 → 2"));
    }

    [Test]
    public void An_orphaned_snapshot_and_a_damaged_capture_fail()
    {
        _sandbox.Dk("test", "--accept");
        File.WriteAllText(_sandbox.PathOf("detections/network/gone.verified.json"), "{}");
        File.AppendAllText(_sandbox.PathOf(Sandbox.Capture(Sandbox.Benign)), "x");
        var result = _sandbox.Dk("test");
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("gone.verified.json").And.Contain("sha256"));
    }

    [Test]
    public void Junit_and_json_go_to_standard_output()
    {
        _sandbox.Dk("test", "--accept");
        Assert.That(XDocument.Parse(_sandbox.Dk("test", "--format", "junit").Output).Descendants("testcase"), Is.Not.Empty);
        Assert.That(_sandbox.Dk("test", "--format", "json").Lines, Has.All.StartsWith("{\"file\":").And.All.EndsWith("}"));
    }

    [Test]
    public void Any_folder_inside_the_repository_will_do() =>
        Assert.That(Dk.Run(_sandbox.PathOf("detections/network"), "test", "--accept").Code, Is.EqualTo(0));
}
