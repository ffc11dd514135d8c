using System.Text.Json;

namespace DetectionKit.Cli.Tests;

public sealed class VerbTests
{
    private Sandbox _sandbox = null!;

    [SetUp]
    public void MakeRepository() => _sandbox = new Sandbox();

    [TearDown]
    public void RemoveRepository() => _sandbox.Dispose();

    [Test]
    public void Check_reports_each_file_as_one_json_line()
    {
        using var line = JsonDocument.Parse(_sandbox.Dk("check", "--format", "json").Lines.Single());
        Assert.That(line.RootElement.GetProperty("file").GetString(), Is.EqualTo(Sandbox.Rule));
        Assert.That(line.RootElement.GetProperty("ok").GetBoolean());
    }

    [Test]
    public void Check_of_a_typo_points_at_its_place_and_fails()
    {
        File.WriteAllText(_sandbox.PathOf(Sandbox.Rule), File.ReadAllText(_sandbox.PathOf(Sandbox.Rule)).Replace("All_Traffic.dest_port", "All_Traffic.dst_port", StringComparison.Ordinal));
        var result = _sandbox.Dk("check", "--format", "json");
        Assert.That(result.Code, Is.EqualTo(1));
        using var line = JsonDocument.Parse(result.Lines.Single());
        Assert.That(line.RootElement.GetProperty("diagnostics")[0].GetProperty("message").GetString(), Does.Contain("dst_port"));
        Assert.That(_sandbox.Dk("pack", "-o", "x.nupkg").Code, Is.EqualTo(1));
        Assert.That(File.Exists(_sandbox.PathOf("x.nupkg")), Is.False);
    }

    [Test]
    public void Flows_gives_each_flow_as_one_json_line()
    {
        var result = _sandbox.Dk("flows", "--format", "json", Sandbox.Capture(Sandbox.Attack));
        Assert.That(result.Code, Is.EqualTo(0), result.Error);
        using var line = JsonDocument.Parse(result.Lines[0]);
        string[] keys = ["capture", "ts", "uid", "community_id", "src_ip", "src_port", "dest_ip", "dest_port", "transport", "app", "bytes_in", "bytes_out", "packets_in", "packets_out"];
        Assert.That(line.RootElement.EnumerateObject().Select(property => property.Name), Is.SupersetOf(keys));
        Assert.That(line.RootElement.GetProperty("app").GetString(), Is.EqualTo("http"));
    }

    [Test]
    public void Flows_none_gives_one_line_of_sums()
    {
        using var line = JsonDocument.Parse(_sandbox.Dk("flows", "--format", "none", Sandbox.Capture(Sandbox.Attack), Sandbox.Capture(Sandbox.Benign)).Lines.Single());
        Assert.That(line.RootElement.EnumerateObject().Select(property => property.Name).Take(4), Is.EqualTo(["packets", "bytes", "flows", "apps"]));
        Assert.That(line.RootElement.GetProperty("apps").GetProperty("http").GetInt64(), Is.GreaterThan(0));
    }

    [Test]
    public void An_input_that_cannot_be_read_is_named_and_the_others_go_on()
    {
        File.WriteAllBytes(_sandbox.PathOf("foreign"), [.. Enumerable.Range(0, 500).Select(i => (byte)(i * i * 7))]);
        foreach (var verb in new[] { "flows", "events" })
        {
            var result = _sandbox.Dk(verb, "--format", "json", "nowhere.pcap", "detections", "foreign", Sandbox.Capture(Sandbox.Attack));
            Assert.That(result.Code, Is.EqualTo(2));
            Assert.That(result.Error, Does.Contain("nowhere.pcap: no such file").And.Contain("detections: is a folder").And.Contain("foreign: "));
            Assert.That(result.Lines, Is.Not.Empty);
        }
    }

    [Test]
    public void Events_say_their_model_and_fields()
    {
        var lines = _sandbox.Dk("events", Sandbox.Capture(Sandbox.Attack)).Lines;
        using var line = JsonDocument.Parse(lines.First(text => text.Contains("Network_Traffic", StringComparison.Ordinal)));
        Assert.That(line.RootElement.GetProperty("file").GetString(), Is.EqualTo(Sandbox.Capture(Sandbox.Attack)));
        Assert.That(line.RootElement.GetProperty("fields").EnumerateObject().Take(4).Select(field => field.Name), Is.EqualTo(["_time", "host", "source", "sourcetype"]));
        Assert.That(lines, Has.Some.Contains("\"model\":null"));
    }

    [Test]
    public void A_bundle_gives_the_same_rows_as_its_rules()
    {
        Assert.That(_sandbox.Dk("pack", "-o", "b.nupkg").Code, Is.EqualTo(0));
        string[] inputs = ["--input", Sandbox.Capture(Sandbox.Benign), Sandbox.Capture(Sandbox.Attack), "--format", "json"];
        var rules = _sandbox.Dk(["run", "--detections", "detections", .. inputs]);
        var bundle = _sandbox.Dk(["run", "--bundle", "b.nupkg", "--allow-unsigned", .. inputs]);
        Assert.That((rules.Code, bundle.Code), Is.EqualTo((0, 0)), rules.Error + bundle.Error);
        Assert.That(rules.Lines, Is.Not.Empty);
        Assert.That(bundle.Output, Is.EqualTo(rules.Output));
        using var line = JsonDocument.Parse(rules.Lines[0]);
        Assert.That(line.RootElement.EnumerateObject().Select(property => property.Name), Is.EqualTo(["detection", "id", "alert_id", "time", "row"]));
    }

    [Test]
    public void An_unsigned_bundle_is_taken_only_when_that_is_said()
    {
        _sandbox.Dk("pack", "-o", "b.nupkg");
        Assert.That(_sandbox.Dk("verify", "b.nupkg").Code, Is.EqualTo(1));
        Assert.That(_sandbox.Dk("verify", "b.nupkg", "--allow-unsigned").Code, Is.EqualTo(0));
        Assert.That(_sandbox.Dk("run", "--bundle", "b.nupkg", "--input", Sandbox.Capture(Sandbox.Attack)).Code, Is.EqualTo(2));
    }

    [Test]
    public void Two_clones_in_other_folders_zones_and_locales_give_the_same_bundle()
    {
        using var other = new Sandbox();
        var strange = new Dictionary<string, string>(StringComparer.Ordinal) { ["TZ"] = "Asia/Kathmandu", ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" };
        Assert.That(_sandbox.Dk("pack", "-o", "b.nupkg").Code, Is.EqualTo(0));
        Assert.That(Dk.RunProcess(Path.GetTempPath(), strange, "pack", other.PathOf("detections"), "-o", other.PathOf("b.nupkg")).Code, Is.EqualTo(0));
        Assert.That(File.ReadAllBytes(other.PathOf("b.nupkg")), Is.EqualTo(File.ReadAllBytes(_sandbox.PathOf("b.nupkg"))));
    }

    [Test]
    public void New_begins_a_rule_that_checks_clean_and_overwrites_nothing()
    {
        var made = _sandbox.Dk("new", "SSH: on a \"DNS\" Port", "--technique", "T1571");
        Assert.That(made.Lines, Is.EqualTo(["detections/network/ssh_on_a_dns_port.yml", "datasets/T1571/ssh_on_a_dns_port/dataset.yml", "datasets/T1571/ssh_on_a_dns_port/make.sh"]));
        var check = _sandbox.Dk("check", made.Lines[0]);
        Assert.That(check.Code, Is.EqualTo(0), check.Error);
        Assert.That(check.Error, Does.Contain("0 errors, 0 warnings"));
        Assert.That(_sandbox.Dk("new", "ssh on a dns port").Code, Is.EqualTo(2));
    }

    [Test]
    public void The_program_gives_results_on_standard_output_and_words_on_standard_error()
    {
        var fine = Dk.RunProcess(_sandbox.Folder, "flows", "--format", "json", Sandbox.Capture(Sandbox.Attack));
        var here = _sandbox.Dk("flows", "--format", "json", Sandbox.Capture(Sandbox.Attack));
        Assert.That(fine, Is.EqualTo(here));
        Assert.That((fine.Code, fine.Error), Is.EqualTo((0, "")));
        var bad = Dk.RunProcess(_sandbox.Folder, "flows", "--format", "xml", "x");
        Assert.That((bad.Code, bad.Output), Is.EqualTo((2, "")));
        Assert.That(bad.Error, Is.EqualTo(_sandbox.Dk("flows", "--format", "xml", "x").Error).And.Not.Empty);
        Assert.That(Dk.RunProcess(_sandbox.Folder, "check").Code, Is.EqualTo(0));
        File.WriteAllText(_sandbox.PathOf(Sandbox.Rule), "");
        Assert.That(Dk.RunProcess(_sandbox.Folder, "check").Code, Is.EqualTo(1));
    }

    [TestCase("nonsense")]
    [TestCase("flows")]
    [TestCase("flows --format xml x")]
    [TestCase("run --input x")]
    [TestCase("check nowhere.yml")]
    [TestCase("new ...")]
    [TestCase("replay x --interface lo --pps NaN")]
    [TestCase("replay x --interface lo --loop -1")]
    public void What_cannot_be_run_says_so_on_standard_error_and_exits_with_2(string arguments)
    {
        var result = _sandbox.Dk(arguments.Split(' '));
        Assert.That(result.Code, Is.EqualTo(2));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Is.Not.Empty);
    }

    [Test]
    public void Every_verb_has_help_with_examples()
    {
        foreach (var verb in CommandLine.Build().Subcommands)
            Assert.That(_sandbox.Dk(verb.Name, "--help").Output, Does.Contain("Examples:").And.Contain($"dk {verb.Name}"));
    }
}
