using System.Text;
using DetectionKit.Sensor.Configuration;

namespace DetectionKit.Sensor.Tests.Configuration;

public sealed class ConfigurationReaderTests
{
    private const string Least = """{"bundle":"b.nupkg","trust":["k.pub"],"inputs":[{"interface":"eth0"}],"sinks":[{"type":"stdout"}]}""";

    [Test]
    public void The_least_configuration_is_taken_with_what_is_usual()
    {
        var (configuration, problems) = Read(Least);
        Assert.That(problems, Is.Empty);
        Assert.That(configuration.Window, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(configuration.Inputs.Single().Interface, Is.EqualTo("eth0"));
        Assert.That(configuration.Sinks.Single(), Has.Property("Name").EqualTo("stdout").And.Property("Format").EqualTo("native"));
    }

    [TestCase("\"trust\"", "\"trsut\"", "1:21 trsut: is not known here; did you mean \"trust\"?")]
    [TestCase("\"stdout\"", "\"sdtout\"", "1:88 sinks[0].type: must be one of stdout, file, syslog, webhook, splunk_hec; did you mean \"stdout\"?")]
    [TestCase("\"interface\":\"eth0\"", "\"interface\":\"eth0\",\"threads\":0", "1:79 inputs[0].threads: must be a whole number from 1 to 64")]
    [TestCase("\"interface\":\"eth0\"", "\"snaplen\":128", "1:49 inputs[0].interface: an input is either an interface, or a capture, or a log to follow")]
    [TestCase("\"b.nupkg\"", "7", "1:11 bundle: must be a text")]
    [TestCase("{\"bundle\"", "{\"window\":\"5 minutes\",\"bundle\"", "1:11 window: must be a time such as 30s, 5m, 1h or 7d, or run")]
    [TestCase("{\"bundle\"", "{\"bundle\":\"a\",\"bundle\"", "1:15 bundle: is there twice")]
    [TestCase("{\"bundle\"", "{\"metrics\":\"everywhere\",\"bundle\"", "1:12 metrics: must be an address and a port, such as 127.0.0.1:9108")]
    [TestCase("\"type\":\"stdout\"", "\"type\":\"stdout\",\"path\":\"x\"", "1:97 sinks[0].path: is not known here")]
    [TestCase("\"type\":\"stdout\"", "\"type\":\"syslog\",\"address\":\"logs\"", "1:107 sinks[0].address: must be a host and a port, such as logs.example.org:6514")]
    [TestCase("\"type\":\"stdout\"", "\"type\":\"webhook\",\"url\":\"ftp://x\"", "1:104 sinks[0].url: must be a URL of http or https")]
    [TestCase("[{\"type\":\"stdout\"}]", "[{\"type\":\"stdout\"},{\"type\":\"stdout\"}]", "1:79 sinks: has two sinks of the name \"stdout\": give each a name")]
    [TestCase("\"type\":\"stdout\"", "\"type\":\"webhook\",\"url\":\"http://x\",\"headers\":{\"A b\":\"x\"}", "1:125 sinks[0].headers: \"A b\" is no header of a request (of its body, it is set here), or its value has control characters")]
    [TestCase("\"type\":\"stdout\"", "\"type\":\"webhook\",\"url\":\"http://x\",\"headers\":{\"A\":\"x\\ny\"}", "1:125 sinks[0].headers: \"A\" is no header of a request (of its body, it is set here), or its value has control characters")]
    [TestCase("[{\"interface\":\"eth0\"}]", "[{\"interface\":\"eth0\"},{\"interface\":\"eth0\"}]", "1:48 inputs: has \"eth0\" twice: what it brings would count twice")]
    [TestCase("[{\"type\":\"stdout\"}]", "[{\"type\":\"file\",\"path\":\"a\"},{\"type\":\"file\",\"name\":\"b\",\"path\":\"a\"}]", "1:79 sinks: has two sinks that write \"a\"")]
    public void A_mistake_is_told_with_its_place(string good, string bad, string expected)
    {
        var problems = Read(Least.Replace(good, bad, StringComparison.Ordinal)).Problems.Select(p => $"{p.Line}:{p.Column} {p.Path}: {p.Message}");
        Assert.That(problems, Does.Contain(expected));
    }

    [Test]
    public void All_mistakes_are_told_at_once_and_in_order()
    {
        var problems = Read("{\n  \"bundle\": 1,\n  \"inputs\": [],\n  \"sinks\": [{\"type\": \"file\"}],\n  \"what\": 1\n}").Problems;
        Assert.That(problems.Select(p => p.Line), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [TestCase("", 1)]
    [TestCase("{\n\"bundle\": \"b\",\n}", 3)]
    [TestCase("[]", 1)]
    [TestCase("{} {}", 1)]
    public void What_is_no_JSON_object_says_where(string text, int line) => Assert.That(Read(text).Problems[0].Line, Is.EqualTo(line));

    [Test]
    public void Nothing_that_is_read_throws()
    {
        var bytes = Encoding.UTF8.GetBytes(Least);
        for (var at = 0; at < bytes.Length; at++)
        {
            foreach (var change in new byte[] { 0, (byte)'"', (byte)'{', (byte)'9', 0xFF })
            {
                var copy = (byte[])bytes.Clone();
                copy[at] = change;
                Assert.That(() => ConfigurationReader.Read(copy), Throws.Nothing);
            }
        }
    }

    private static (SensorConfiguration Configuration, System.Collections.Immutable.ImmutableArray<ConfigurationProblem> Problems) Read(string text) =>
        ConfigurationReader.Read(Encoding.UTF8.GetBytes(text));
}
