using System.Diagnostics;

namespace DetectionKit.Cli.Tests;

/// <summary><c>dk check --fix</c> and <c>--against</c>, through the whole command line.</summary>
public sealed class CheckVerbTests
{
    private Sandbox _sandbox = null!;

    [SetUp]
    public void MakeRepository() => _sandbox = new Sandbox();

    [TearDown]
    public void RemoveRepository() => _sandbox.Dispose();

    [Test]
    public void Fix_rewrites_a_file_of_the_older_schema_and_no_other()
    {
        var path = _sandbox.PathOf(Sandbox.Rule);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("tags:\n", "tags:\n  risk_score: 20\n  required_fields:\n  - a # why\n", StringComparison.Ordinal));
        var first = _sandbox.Dk("check", "--fix");
        Assert.That(first.Error, Does.Contain("1 files rewritten"));
        Assert.That(File.ReadAllText(path), Is.EqualTo(text.Replace("tags:\n", "tags:\n  # why\n", StringComparison.Ordinal)));
        Assert.That(_sandbox.Dk("check", "--fix").Error, Does.Contain("0 files rewritten"));
    }

    [Test]
    public void Fix_leaves_a_file_whose_other_parts_need_what_would_go()
    {
        var path = _sandbox.PathOf(Sandbox.Rule);
        var text = File.ReadAllText(path).Replace("tags:\n", "tags:\n  required_fields: &fields\n  - a\n", StringComparison.Ordinal) + "x: *fields\n";
        File.WriteAllText(path, text);
        Assert.That(_sandbox.Dk("check", "--fix").Error, Does.Contain("0 files rewritten"));
        Assert.That(File.ReadAllText(path), Is.EqualTo(text));
    }

    [Test]
    public void Against_wants_a_higher_version_of_what_changed()
    {
        Git("init", "-q");
        Git("add", "-A");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x");
        Assert.That(_sandbox.Dk("check", "--against", "HEAD").Code, Is.EqualTo(0));
        var path = _sandbox.PathOf(Sandbox.Rule);
        var changed = File.ReadAllText(path).Replace("author: ", "author: Now ", StringComparison.Ordinal);
        File.WriteAllText(path, changed);
        var result = _sandbox.Dk("check", "--against", "HEAD");
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain("DK1108"));
        File.WriteAllText(path, changed.Replace("version: 1", "version: 2", StringComparison.Ordinal));
        Assert.That(_sandbox.Dk("check", "--against", "HEAD").Code, Is.EqualTo(0));
    }

    [Test]
    public void Against_follows_a_file_that_moved()
    {
        Git("init", "-q");
        Git("add", "-A");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x");
        Directory.CreateDirectory(_sandbox.PathOf("detections/other"));
        var moved = _sandbox.PathOf(Sandbox.Rule.Replace("network/", "other/", StringComparison.Ordinal));
        File.WriteAllText(moved, File.ReadAllText(_sandbox.PathOf(Sandbox.Rule)).Replace("author: ", "author: Now ", StringComparison.Ordinal));
        File.Delete(_sandbox.PathOf(Sandbox.Rule));
        Git("add", "-A");
        Assert.That(_sandbox.Dk("check", "--against", "HEAD").Error, Does.Contain("DK1108"));
    }

    [Test]
    public void A_version_that_was_lowered_is_wrong_whatever_else_changed()
    {
        Git("init", "-q");
        var path = _sandbox.PathOf(Sandbox.Rule);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("version: 1", "version: 3", StringComparison.Ordinal));
        Git("add", "-A");
        Git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x");
        File.WriteAllText(path, text);
        Assert.That(_sandbox.Dk("check", "--against", "HEAD").Error, Does.Contain("DK1108"));
    }

    [Test]
    public void Macros_beside_the_detections_are_found_where_those_inside_are_not()
    {
        Directory.Move(_sandbox.PathOf("detections/macros"), _sandbox.PathOf("macros"));
        Directory.Move(_sandbox.PathOf("detections/lookups"), _sandbox.PathOf("lookups"));
        File.WriteAllText(_sandbox.PathOf("contentctl.yml"), "path: .\n");
        foreach (var arguments in (string[][])[["check"], ["check", "--content", "."], ["check", "detections"]])
        {
            var result = _sandbox.Dk(arguments);
            Assert.That((result.Code, result.Error), Is.EqualTo((0, "1 files, 0 errors, 0 warnings\n")), string.Join(' ', arguments));
        }
    }

    [Test]
    public void Against_a_commit_that_is_none_cannot_run()
    {
        Git("init", "-q");
        var result = _sandbox.Dk("check", "--against", "--nothing");
        Assert.That((result.Code, result.Error), Is.EqualTo((2, "dk: --against --nothing: there is no such commit here\n")));
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _sandbox.PathOf(".") })!;
        git.WaitForExit();
    }
}
