using System.Text.Json;

namespace DetectionKit.Cli.Tests;

/// <summary>What is broken is named at its place; nothing crashes, and the others go on.</summary>
public sealed class BadInputTests
{
    private Sandbox _sandbox = null!;

    [SetUp]
    public void MakeRepository() => _sandbox = new Sandbox();

    [TearDown]
    public void RemoveRepository() => _sandbox.Dispose();

    [Test]
    public void A_capture_that_was_cut_gives_what_is_whole_and_says_so()
    {
        var bytes = File.ReadAllBytes(_sandbox.PathOf(Sandbox.Capture(Sandbox.Attack)));
        File.WriteAllBytes(_sandbox.PathOf("cut.pcap"), bytes[..^7]);
        foreach (var line in new[] { "flows --format json cut.pcap", "events --format json cut.pcap", "run --detections detections --format json --input cut.pcap" })
        {
            var result = _sandbox.Dk(line.Split(' '));
            Assert.That(result.Code, Is.EqualTo(2), line);
            Assert.That(result.Error, Does.Contain("cut.pcap: "), line);
            Assert.That(result.Lines, Is.Not.Empty, line);
        }
    }

    [Test]
    public void Empty_and_tiny_captures_are_named([Values(0, 3, 23)] int length)
    {
        File.WriteAllBytes(_sandbox.PathOf("tiny.pcap"), File.ReadAllBytes(_sandbox.PathOf(Sandbox.Capture(Sandbox.Attack)))[..length]);
        var result = _sandbox.Dk("flows", "--format", "none", "tiny.pcap", Sandbox.Capture(Sandbox.Benign));
        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("tiny.pcap: "));
        Assert.That(result.Lines, Has.Length.EqualTo(1));
    }

    [TestCase("name: [unclosed\n", TestName = "Bad_yaml_is_shown_at_its_place")]
    [TestCase("\0\u0001\u0002", TestName = "Bytes_that_are_no_text_are_shown_as_a_fault_of_the_file")]
    [TestCase("", TestName = "An_empty_rule_is_shown_as_a_fault_of_the_file")]
    public void A_file_that_is_no_rule(string text)
    {
        File.WriteAllText(_sandbox.PathOf("detections/network/bad.yml"), text);
        var result = _sandbox.Dk("check", "--format", "json");
        Assert.That(result.Code, Is.EqualTo(1), result.Error);
        Assert.That(result.Lines, Has.Length.EqualTo(2));
        using var bad = JsonDocument.Parse(result.Lines.Single(line => line.Contains("bad.yml", StringComparison.Ordinal)));
        Assert.That(bad.RootElement.GetProperty("ok").GetBoolean(), Is.False);
        Assert.That(bad.RootElement.GetProperty("diagnostics")[0].GetProperty("line").GetInt32(), Is.GreaterThan(0));
        Assert.That(_sandbox.Dk("test").Error, Does.Contain("bad.yml"));
    }

    [TestCase("flows --threads x a.pcap", "--threads: \"x\" is no number")]
    [TestCase("replay a.pcap -i lo --mbps fast", "--mbps: \"fast\" is no number")]
    [TestCase("pack -o b.nupkg --serial 1.5", "--serial: \"1.5\" is no number")]
    [TestCase("check --bogus", "--bogus: no such option")]
    [TestCase("", "dk --help")]
    [TestCase("frob", "dk --help")]
    public void A_wrong_command_line_is_told_in_words(string line, string expected)
    {
        var result = _sandbox.Dk(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain(expected).And.Not.Contain("System."));
    }

    [Test]
    public void A_folder_is_no_bundle_no_key_and_no_output()
    {
        Assert.That(_sandbox.Dk("verify", "detections").Code, Is.EqualTo(2));
        Assert.That(_sandbox.Dk("pack", "-o", "detections").Code, Is.EqualTo(2));
        Assert.That(_sandbox.Dk("pack", "-o", "b.nupkg", "--sign", "detections").Code, Is.EqualTo(2));
        Assert.That(_sandbox.Dk("run", "--detections", "detections", "--input", "datasets").Code, Is.EqualTo(2));
        Assert.That(File.Exists(_sandbox.PathOf("b.nupkg")), Is.False);
    }

    [Test]
    public void Where_a_file_cannot_be_written_its_own_name_is_said()
    {
        var pack = _sandbox.Dk("pack", "-o", "nowhere/b.nupkg");
        Assert.That((pack.Code, pack.Error), Is.EqualTo((2, $"dk: nowhere/b.nupkg: there is no folder {_sandbox.PathOf("nowhere")}\n")));
        Assert.That(_sandbox.Dk("pack", "-o", "b.nupkg", "--serial", "-5").Code, Is.EqualTo(2));
        Assert.That(_sandbox.Dk("pack", "-o", "b.nupkg").Code, Is.EqualTo(0));
        var run = _sandbox.Dk("run", "--bundle", "b.nupkg", "--allow-unsigned", "--accepted", "datasets", "--input", Sandbox.Capture(Sandbox.Attack));
        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("datasets: is a folder"));
    }

    [Test]
    public void A_wrong_field_is_shown_to_people_with_its_line_and_what_was_meant()
    {
        File.WriteAllText(_sandbox.PathOf(Sandbox.Rule), File.ReadAllText(_sandbox.PathOf(Sandbox.Rule)).Replace("All_Traffic.dest_port", "All_Traffic.dst_port", StringComparison.Ordinal));
        var result = _sandbox.Dk("check");
        Assert.That((result.Code, result.Output), Is.EqualTo((1, "")));
        Assert.That(result.Error, Does.Match("protocol_or_port_mismatch.yml:[0-9]+:[0-9]+").And.Contain("dst_port").And.Contain("dest_port").And.Contain("^"));
    }
}
