using System.IO.Compression;
using System.Security.Cryptography;

namespace DetectionKit.Cli.Tests;

public sealed class SignedBundleTests
{
    private Sandbox _sandbox = null!;

    [SetUp]
    public void PackAndSign()
    {
        _sandbox = new Sandbox();
        MakeKey("release");
        MakeKey("stranger");
        var packed = _sandbox.Dk("pack", "-o", "b.nupkg", "--sign", "release.key", "--version", "1.2.3");
        Assert.That(packed.Code, Is.EqualTo(0), packed.Error);
    }

    [TearDown]
    public void RemoveRepository() => _sandbox.Dispose();

    [Test]
    public void A_signed_bundle_is_taken_under_its_key_and_gives_the_rows_of_its_rules()
    {
        var verified = _sandbox.Dk("verify", "b.nupkg", "--trust", "stranger.pub", "--trust", "release.pub");
        Assert.That(verified.Code, Is.EqualTo(0), verified.Error);
        Assert.That(verified.Error, Does.Contain("1.2.3").And.Contain("signed by"));
        string[] inputs = ["--input", Sandbox.Capture(Sandbox.Attack), Sandbox.Capture(Sandbox.Benign), "--format", "json"];
        var bundle = _sandbox.Dk(["run", "--bundle", "b.nupkg", "--trust", "release.pub", .. inputs]);
        Assert.That(bundle.Code, Is.EqualTo(0), bundle.Error);
        Assert.That(bundle.Lines, Is.Not.Empty);
        Assert.That(bundle.Output, Is.EqualTo(_sandbox.Dk(["run", "--detections", "detections", .. inputs]).Output));
    }

    [TestCase("b.nupkg", "--trust", "stranger.pub", TestName = "A_bundle_of_another_key_is_refused")]
    [TestCase("b.nupkg", TestName = "A_signed_bundle_is_refused_where_no_key_is_trusted")]
    [TestCase("b.nupkg", "--trust", "nowhere.pub", TestName = "A_key_that_is_not_there_is_no_trust")]
    public void Refuses(params string[] arguments)
    {
        Assert.That(_sandbox.Dk(["verify", .. arguments]).Code, Is.Not.EqualTo(0));
        var run = _sandbox.Dk(["run", "--bundle", .. arguments, "--input", Sandbox.Capture(Sandbox.Attack), "--format", "json"]);
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")), run.Error);
    }

    [Test]
    public void A_bundle_that_was_altered_is_refused_whatever_is_allowed([Values(".dll", "lookups/", "manifest.json")] string part)
    {
        using (var archive = ZipFile.Open(_sandbox.PathOf("b.nupkg"), ZipArchiveMode.Update))
        {
            var entry = archive.Entries.First(entry => entry.FullName.Contains(part, StringComparison.Ordinal));
            using var stream = entry.Open();
            stream.Seek(-3, SeekOrigin.End);
            stream.WriteByte(0x20);
        }

        Assert.That(_sandbox.Dk("verify", "b.nupkg", "--trust", "release.pub").Code, Is.EqualTo(1));
        var run = _sandbox.Dk("run", "--bundle", "b.nupkg", "--trust", "release.pub", "--input", Sandbox.Capture(Sandbox.Attack), "--format", "json");
        Assert.That((run.Code, run.Output), Is.EqualTo((2, "")), run.Error);
    }

    [Test]
    public void A_bundle_is_made_again_from_its_rules_and_from_no_others()
    {
        var same = _sandbox.Dk("verify", "b.nupkg", "--trust", "release.pub", "--rebuild", "detections");
        Assert.That((same.Code, same.Error.Contains("the same to the byte", StringComparison.Ordinal)), Is.EqualTo((0, true)), same.Error);
        var rule = _sandbox.PathOf(Sandbox.Rule);
        File.WriteAllText(rule, File.ReadAllText(rule).Replace("app=unknown", "app=unidentified", StringComparison.Ordinal));
        var other = _sandbox.Dk("verify", "b.nupkg", "--trust", "release.pub", "--rebuild", "detections");
        Assert.That(other.Code, Is.EqualTo(1));
        Assert.That(other.Error, Does.Contain("detectionkit/plans.json is not what these sources give"));
    }

    [Test]
    public void What_changed_between_two_bundles_is_said_and_a_version_that_was_not_raised_is_a_finding()
    {
        var rule = _sandbox.PathOf(Sandbox.Rule);
        File.WriteAllText(rule, File.ReadAllText(rule).Replace("app=unknown", "app=unidentified", StringComparison.Ordinal));
        _sandbox.Dk("pack", "-o", "c.nupkg");
        var difference = _sandbox.Dk("diff", "b.nupkg", "c.nupkg", "--allow-unsigned");
        Assert.That(difference.Code, Is.EqualTo(1), difference.Error);
        Assert.That(difference.Output, Does.Contain("changed Protocol or Port Mismatch (version 1): its version was not raised\n  filter: NOT All_Traffic.app=unidentified; it was NOT All_Traffic.app=unknown"));
        Assert.That(_sandbox.Dk("diff", "b.nupkg", "b.nupkg", "--allow-unsigned").Output, Is.EqualTo("nothing differs\n"));
    }

    [Test]
    public void An_older_serial_than_the_last_that_ran_is_refused()
    {
        string[] input = ["--allow-unsigned", "--accepted", "accepted.json", "--input", Sandbox.Capture(Sandbox.Attack), "--format", "json"];
        foreach (var (serial, code) in new[] { ("4", 0), ("5", 0), ("4", 2) })
        {
            _sandbox.Dk("pack", "-o", "s.nupkg", "--serial", serial);
            Assert.That(_sandbox.Dk(["run", "--bundle", "s.nupkg", .. input]).Code, Is.EqualTo(code), serial);
        }

        Assert.That(_sandbox.Dk("verify", "s.nupkg", "--allow-unsigned", "--accepted", "accepted.json").Error, Does.Contain("its serial is 4; 5 was accepted before"));
    }

    [Test]
    public void The_sample_sensor_takes_the_bundle_and_gives_the_same_rows()
    {
        string[] captures = [Sandbox.Capture(Sandbox.Attack), Sandbox.Capture(Sandbox.Benign)];
        var sample = Dk.RunProgram("DetectionKit.Samples.Sensor.dll", _sandbox.Folder, ["release.pub", "b.nupkg", .. captures]);
        Assert.That(sample.Code, Is.EqualTo(0), sample.Error);
        Assert.That(sample.Lines, Is.Not.Empty);
        Assert.That(sample.Output, Is.EqualTo(_sandbox.Dk(["run", "--bundle", "b.nupkg", "--trust", "release.pub", "--format", "json", "--input", .. captures]).Output));
        Assert.That(Dk.RunProgram("DetectionKit.Samples.Sensor.dll", _sandbox.Folder, ["stranger.pub", "b.nupkg", .. captures]).Code, Is.EqualTo(2));
    }

    private void MakeKey(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(_sandbox.PathOf($"{name}.key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(_sandbox.PathOf($"{name}.pub"), key.ExportSubjectPublicKeyInfoPem());
    }
}
