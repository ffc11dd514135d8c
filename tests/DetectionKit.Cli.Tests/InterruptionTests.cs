using System.Diagnostics;
using System.Text.Json;

namespace DetectionKit.Cli.Tests;

/// <summary>Ctrl-C, and a reader that goes away: the end is clean, and nothing is left half-written.</summary>
[Platform("Linux,MacOsX")]
public sealed class InterruptionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private Sandbox _sandbox = null!;

    [SetUp]
    public void MakeRepository() => _sandbox = new Sandbox();

    [TearDown]
    public void RemoveRepository() => _sandbox.Dispose();

    [TestCase("flows --format json")]
    [TestCase("events")]
    public void A_reader_that_goes_away_ends_the_work_quietly(string verb)
    {
        // More output than a pipe holds.
        var captures = string.Join(' ', Enumerable.Repeat(Sandbox.Capture(Sandbox.Attack), 400));
        var result = Dk.Shell(_sandbox.Folder, $"$dk {verb} {captures} | head -n 1; echo code ${{PIPESTATUS[0]}}");
        Assert.That(result.Error, Is.Empty);
        Assert.That(result.Lines, Has.Length.EqualTo(2));
        Assert.That(result.Lines[0], Does.StartWith("{").And.EndsWith("}"));
        Assert.That(result.Lines[1], Is.EqualTo("code 0"));
    }

    [Test]
    public void Flows_of_a_capture_that_does_not_end_can_be_interrupted()
    {
        using var dk = Dk.Start(_sandbox.Folder, "flows", "--format", "json", "-");
        var output = dk.StandardOutput.ReadToEndAsync();
        var error = dk.StandardError.ReadToEndAsync();
        var capture = File.ReadAllBytes(_sandbox.PathOf(Sandbox.Capture(Sandbox.Attack)));
        var feeding = Task.Run(() => Feed(dk, capture));
        Thread.Sleep(2000);
        Dk.Interrupt(dk);
        AssertInterrupted(dk, error);
        Assert.That(feeding.Wait(Patience));
        Assert.That(output.Result, Is.Empty.Or.EndsWith("}\n"));
    }

    [Test]
    public void A_watch_ends_at_once_when_interrupted()
    {
        using var dk = Dk.Start(_sandbox.Folder, "test", "--watch");
        while (dk.StandardError.ReadLine() is { } line && !line.StartsWith("Watching", StringComparison.Ordinal))
        {
        }

        var error = dk.StandardError.ReadToEndAsync();
        Dk.Interrupt(dk);
        AssertInterrupted(dk, error);
    }

    [Test]
    public void An_interrupted_test_leaves_whole_snapshots_or_none([Values(300, 700, 1100)] int milliseconds)
    {
        using (var dk = Dk.Start(_sandbox.Folder, "test", "--accept"))
        {
            var output = dk.StandardOutput.ReadToEndAsync();
            var error = dk.StandardError.ReadToEndAsync();
            Thread.Sleep(milliseconds);
            Dk.Interrupt(dk);
            Assert.That(dk.WaitForExit(Patience));
            Assert.That(dk.ExitCode, Is.AnyOf(0, 1, 130), error.Result);
            Assert.That(output.Result, Is.Empty);
        }

        var detections = _sandbox.PathOf("detections");
        Assert.That(Directory.GetFiles(detections, "*.tmp", SearchOption.AllDirectories), Is.Empty);
        foreach (var snapshot in Directory.GetFiles(detections, "*.json", SearchOption.AllDirectories))
            Assert.DoesNotThrow(() => JsonDocument.Parse(File.ReadAllText(snapshot)).Dispose(), snapshot);
        Assert.That(_sandbox.Dk("test", "--accept").Error, Does.Contain("1 detections on 2 datasets"));
    }

    private static void AssertInterrupted(Process dk, Task<string> error)
    {
        Assert.That(dk.WaitForExit(Patience));
        Assert.That(dk.ExitCode, Is.EqualTo(130), error.Result);
        Assert.That(error.Result, Does.Not.Contain("bug").And.Not.Contain("   at "));
    }

    // One file header, then the same packets over and over.
    private static void Feed(Process dk, byte[] capture)
    {
        const int FileHeader = 24;
        try
        {
            var input = dk.StandardInput.BaseStream;
            input.Write(capture);
            while (!dk.HasExited)
                input.Write(capture.AsSpan(FileHeader));
        }
        catch (IOException)
        {
            // It has ended.
        }
    }
}
