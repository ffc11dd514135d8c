using System.Text.Json;

namespace DetectionKit.Cli.Tests;

/// <summary><c>dk check sensor.json</c>: findings like those of rules, in every format.</summary>
public sealed class ConfigurationTests
{
    private const string Bad = """
        {
          "bundle": "b.nupkg", "allow_unsigned": true,
          "inputs": [ { "interface": "é", "thread": 2 } ],
          "sinks": [ { "type": "stdout", "format": "ecz" } ]
        }
        """;

    private Sandbox _sandbox = null!;

    [SetUp]
    public void MakeRepository()
    {
        _sandbox = new Sandbox();
        File.WriteAllText(_sandbox.PathOf("sensor.json"), Bad);
    }

    [TearDown]
    public void RemoveRepository() => _sandbox.Dispose();

    [Test]
    public void Json_has_the_shape_of_rules_with_line_and_column()
    {
        var result = _sandbox.Dk("check", "sensor.json", Sandbox.Rule, "--format", "json");
        Assert.That(result.Code, Is.EqualTo(1), result.Error);
        Assert.That(result.Lines, Has.Length.EqualTo(2));
        using var line = JsonDocument.Parse(result.Lines.Single(text => text.Contains("sensor.json", StringComparison.Ordinal)));
        Assert.That(line.RootElement.GetProperty("ok").GetBoolean(), Is.False);
        var found = line.RootElement.GetProperty("diagnostics").EnumerateArray().Select(one => (one.GetProperty("code").GetString(), one.GetProperty("line").GetInt32(), one.GetProperty("column").GetInt32(), one.GetProperty("endColumn").GetInt32(), one.GetProperty("message").GetString()!)).ToList();
        Assert.That(found.Select(one => (one.Item1, one.Item2, one.Item3, one.Item4)), Is.EqualTo([("DK5001", 3, 35, 43), ("DK5001", 4, 44, 49)]));
        Assert.That(found[0].Item5, Does.Contain("did you mean \"threads\""));
    }

    [Test]
    public void People_see_the_line_with_a_caret_and_others_their_format()
    {
        Assert.That(_sandbox.Dk("check", "sensor.json").Error, Does.Contain("error[DK5001]").And.Contain("sensor.json:3:35").And.Contain("^^^^^^^^"));
        Assert.That(_sandbox.Dk("check", "sensor.json", "--format", "github").Output, Does.Contain("::error file=sensor.json,line=3,endLine=3,col=35"));
        using var sarif = JsonDocument.Parse(_sandbox.Dk("check", "sensor.json", "--format", "sarif").Output);
        Assert.That(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public void A_good_one_is_fine_and_one_that_is_no_json_is_shown_at_its_place()
    {
        File.WriteAllText(_sandbox.PathOf("sensor.json"), Bad.Replace("thread\"", "threads\"", StringComparison.Ordinal).Replace("ecz", "ecs", StringComparison.Ordinal));
        var good = _sandbox.Dk("check", "sensor.json", "--format", "json");
        Assert.That((good.Code, good.Output), Is.EqualTo((0, "{\"file\":\"sensor.json\",\"ok\":true,\"diagnostics\":[]}\n")));
        File.WriteAllText(_sandbox.PathOf("sensor.json"), "{\n  \"name\": nonsense\n}");
        var bad = _sandbox.Dk("check", "sensor.json");
        Assert.That(bad.Code, Is.EqualTo(1));
        Assert.That(bad.Error, Does.Contain("this is not JSON").And.Contain("sensor.json:2:"));
    }

    [Test]
    public void One_that_is_not_there_cannot_be_checked() => Assert.That(_sandbox.Dk("check", "nowhere.json").Code, Is.EqualTo(2));
}
