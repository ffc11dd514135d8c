using DetectionKit.Bundles;
using DetectionKit.Bundles.Signing;
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

    [Test]
    public void A_key_that_counts_from_a_time_on_has_the_bundle_read_again_then_and_so_has_one_that_ends()
    {
        using var key = BundleKeys.Create();
        Write("a", 3, key);
        File.WriteAllText(PathOf("trust"), "Not-Before: 2027-01-02\nNot-After: 2027-01-03\n" + key.ExportSubjectPublicKeyInfoPem());
        var clock = new Clock { Now = new(2027, 1, 1, 23, 59, 59, TimeSpan.Zero) };
        var source = new BundleSource(_folder, [PathOf("trust")], allowUnsigned: false, PathOf("accepted.json"), clock);
        var stamps = new HashSet<string>(StringComparer.Ordinal) { source.Stamp() };
        Assert.That(source.Read(out _), Is.Null);
        Assert.That(stamps.Add(source.Stamp()), Is.False, "nothing has happened");
        clock.Now = clock.Now.AddSeconds(1);
        Assert.That(stamps.Add(source.Stamp()));
        Assert.That(source.Read(out _), Is.Not.Null);
        clock.Now = clock.Now.AddDays(1).AddSeconds(86399);
        Assert.That(stamps.Add(source.Stamp()), Is.False, "its last second");
        Assert.That(source.Read(out _), Is.Not.Null);
        clock.Now = clock.Now.AddSeconds(1);
        Assert.That(stamps.Add(source.Stamp()));
        Assert.That(source.Read(out _), Is.Null);
    }

    [Test]
    public void Keys_that_are_exchanged_have_the_bundle_read_again()
    {
        using var old = BundleKeys.Create();
        using var next = BundleKeys.Create();
        Write("a", 3, next);
        File.WriteAllText(PathOf("trust"), old.ExportSubjectPublicKeyInfoPem());
        var source = new BundleSource(_folder, [PathOf("trust")], allowUnsigned: false, PathOf("accepted.json"));
        var stamp = source.Stamp();
        Assert.That(source.Read(out _), Is.Null);
        File.WriteAllText(PathOf("trust"), old.ExportSubjectPublicKeyInfoPem() + "\n" + next.ExportSubjectPublicKeyInfoPem());
        Assert.That(source.Stamp(), Is.Not.EqualTo(stamp));
        Assert.That(source.Read(out _), Is.Not.Null);
    }

    [Test]
    public void A_bundle_that_was_accepted_before_needs_nothing_written()
    {
        Write("a", 3);
        Source().Accept(Source().Read(out _)!.Value.Bundle.Manifest);
        // In the way of the file that would be renamed.
        Directory.CreateDirectory(PathOf("accepted.json.new"));
        Assert.That(() => Source().Accept(Source().Read(out _)!.Value.Bundle.Manifest), Throws.Nothing);
        Write("a", 4);
        Assert.That(() => Source().Accept(Source().Read(out _)!.Value.Bundle.Manifest), Throws.InstanceOf<UnauthorizedAccessException>());
    }

    private BundleSource Source() => new(_folder, [], allowUnsigned: true, PathOf("accepted.json"));

    private string PathOf(string name) => Path.Combine(_folder, name);

    private void Write(string name, long serial, System.Security.Cryptography.ECDsa? key = null)
    {
        using var file = File.Create(PathOf(name + ".nupkg"));
        BundleWriter.Write(new() { Id = "Some.Detections", Serial = serial, Image = new byte[] { 1 }, Symbols = new byte[] { 2 }, Plans = "[]"u8.ToArray() }, file, key);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
