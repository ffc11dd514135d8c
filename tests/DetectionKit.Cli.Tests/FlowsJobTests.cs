using DetectionKit.Cli.Verbs;

namespace DetectionKit.Cli.Tests;

/// <summary>A command line of <c>dk flows</c> means the same whoever reads it: the reader of the usual form, or the parser.</summary>
public sealed class FlowsJobTests
{
    [TestCase("flows a.pcap")]
    [TestCase("flows a.pcap b.pcap")]
    [TestCase("flows --format none a.pcap")]
    [TestCase("flows -f json a.pcap b.pcap")]
    [TestCase("flows a.pcap --format table")]
    [TestCase("flows -")]
    [TestCase("flows /tmp/a.pcap")]
    [TestCase("flows flows")]
    public void The_usual_form_is_read_as_the_parser_reads_it(string line)
    {
        var args = line.Split(' ');
        var parsed = CommandLine.Build("flows").Parse(args);
        Assert.That(parsed.Errors, Is.Empty);
        var expected = ((FlowsVerb)parsed.CommandResult.Command).Job(parsed);
        var job = FlowsJob.TryRead(args);
        Assert.That(job, Is.Not.Null);
        Assert.That(job!.Paths, Is.EqualTo(expected.Paths));
        Assert.That(job with { Paths = expected.Paths }, Is.EqualTo(expected));
    }

    [TestCase("flows")]
    [TestCase("flows --format")]
    [TestCase("flows --format xml a.pcap")]
    [TestCase("flows --format=none a.pcap")]
    [TestCase("flows --format none --format json a.pcap")]
    [TestCase("flows --why a.pcap")]
    [TestCase("flows --threads 2 a.pcap")]
    [TestCase("flows -q a.pcap")]
    [TestCase("flows -- a.pcap")]
    [TestCase("flows -h")]
    [TestCase("flows /h")]
    [TestCase("flows /?")]
    [TestCase("flows @files")]
    [TestCase("events a.pcap")]
    [TestCase("")]
    public void All_else_is_left_to_the_parser(string line) => Assert.That(FlowsJob.TryRead(line.Split(' ')), Is.Null);
}
