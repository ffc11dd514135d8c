using DetectionKit.Bundles;
using DetectionKit.Sensor.Rules;

namespace DetectionKit.Sensor.Tests.Rules;

public sealed class BundleSourceTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("dk-source-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void The_bundle_of_the_highest_serial_counts()
    {
        Write("a", 3);
        Write("b", 5);
        Write("c", 4);
        Assert.That(Source().Read(out var problems)!.Value.Bundle.Manifest.Serial, Is.EqualTo(5));
        Assert.That(problems, Is.Empty);
    }

    [Test]
    public void A_file_that_cannot_be_read_is_told_and_the_others_are_judged_as_ever()
    {
        Write("a", 3);
        File.CreateSymbolicLink(PathOf("z.nupkg"), "/nowhere");
        Assert.That(Source().Read(out var problems)!.Value.Bundle.Manifest.Serial, Is.EqualTo(3));
        Assert.That(problems, Has.Length.EqualTo(1));
        Source().Accept(Source().Read(out _)!.Value.Bundle.Manifest);
        Write("a", 2);
        Assert.That(Source().Read(out problems), Is.Null, "older than what was accepted");
        Assert.That(problems, Has.Some.Contains("its serial is 2; 3 was accepted before"));
    }

    [Test]
    public void Where_the_serials_cannot_be_read_nothing_is_taken()
    {
        Write("a", 3);
        File.WriteAllText(PathOf("accepted.json"), "?");
        Assert.That(Source().Read(out var problems), Is.Null);
        Assert.That(problems.Single(), Does.Contain("no file of accepted serials"));
    }

    [Test]
    public void Without_a_key_that_is_there_nothing_is_taken()
    {
        Write("a", 3);
        Assert.That(new BundleSource(_folder, [PathOf("nowhere.pub")], allowUnsigned: true, PathOf("accepted.json")).Read(out var problems), Is.Null);
        Assert.That(problems, Has.Length.EqualTo(1));
    }

    private BundleSource Source() => new(_folder, [], allowUnsigned: true, PathOf("accepted.json"));

    private string PathOf(string name) => Path.Combine(_folder, name);

    private void Write(string name, long serial)
    {
        using var file = File.Create(PathOf(name + ".nupkg"));
        BundleWriter.Write(new() { Id = "Some.Detections", Serial = serial, Image = new byte[] { 1 }, Symbols = new byte[] { 2 }, Plans = "[]"u8.ToArray() }, file, key: null);
    }
}
