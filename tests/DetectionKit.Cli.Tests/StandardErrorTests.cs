namespace DetectionKit.Cli.Tests;

/// <summary>What is said beside the results may be lost; the results and the exit code are not.</summary>
[Platform("Linux")]
public sealed class StandardErrorTests
{
    [TestCase("$dk flows --format json datasets/T1571/http_on_8088/capture.pcap 2>/dev/full")]
    [TestCase("$dk flows datasets/T1571/http_on_8088/capture.pcap 2>/dev/full")]
    [TestCase("$dk check --format json 2>&-")]
    [TestCase("$dk check 2>/dev/full", 0, false)]
    [TestCase("$dk no-such-verb 2>/dev/full", 2, false)]
    [TestCase("$dk flows no-such-file 2>/dev/full", 2, false)]
    [TestCase("$dk check --format json >/dev/full 2>/dev/full", 2, false)]
    public void Where_standard_error_takes_nothing_the_verb_goes_on(string line, int code = 0, bool hasResults = true)
    {
        using var sandbox = new Sandbox();
        var finished = Dk.Shell(sandbox.Folder, line);
        Assert.That((finished.Code, finished.Output.Length > 0), Is.EqualTo((code, hasResults)), finished.Error);
    }
}
