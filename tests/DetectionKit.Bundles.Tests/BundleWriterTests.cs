using System.IO.Compression;
using System.Xml.Linq;
using DetectionKit.Bundles.Signing;
using DetectionKit.Bundles.Tests.Support;

namespace DetectionKit.Bundles.Tests;

public sealed class BundleWriterTests
{
    [Test]
    public void A_bundle_is_a_zip_archive_with_the_parts_of_a_package()
    {
        using var key = BundleKeys.Create();
        using var archive = new ZipArchive(new MemoryStream(Sample.Write(Sample.Content with { Provenance = new("abc", true) }, key)));
        Assert.That(archive.Entries.Select(entry => entry.FullName), Is.EqualTo(
        [
            "[Content_Types].xml",
            "_rels/.rels",
            "Example.Detections.nuspec",
            "detectionkit/lookups/expected_ports-2.json",
            "detectionkit/lookups/expected_ports.json",
            "detectionkit/plans.json",
            "detectionkit/sbom.cdx.json",
            "lib/net10.0/Example.Detections.dll",
            "lib/net10.0/Example.Detections.pdb",
            "detectionkit/manifest.json",
            "detectionkit/manifest.sig",
            "detectionkit/provenance.json",
        ]));
        using var specification = archive.GetEntry("Example.Detections.nuspec")!.Open();
        var metadata = XDocument.Load(specification).Root!.Elements().Single();
        Assert.That(metadata.Elements().Select(element => element.Name.LocalName), Is.EqualTo(["id", "version", "authors", "description", "packageTypes", "dependencies"]));
    }

    [Test]
    public void The_same_content_gives_the_same_bytes()
    {
        var again = Sample.Content with { Image = Sample.Content.Image.ToArray() };
        Assert.That(Sample.Write(again), Is.EqualTo(Sample.Write()));
    }

    [Test]
    public void Order_of_detections_and_lookups_does_not_matter()
    {
        var turned = Sample.Content with { Detections = [.. Sample.Content.Detections.Reverse()], Lookups = [.. Sample.Content.Lookups.Reverse()] };
        Assert.That(Sample.Write(turned), Is.EqualTo(Sample.Write()));
    }

    [Test]
    public void Signature_and_provenance_change_nothing_else()
    {
        using var key = BundleKeys.Create();
        using var plain = new ZipArchive(new MemoryStream(Sample.Write()));
        using var more = new ZipArchive(new MemoryStream(Sample.Write(Sample.Content with { Provenance = new("abc", false) }, key)));
        Assert.That(plain.Entries.Select(Describe), Is.EqualTo(more.Entries.SkipLast(2).Select(Describe)));

        static string Describe(ZipArchiveEntry entry) => $"{entry.FullName} {entry.Crc32} {entry.LastWriteTime.DateTime:O}";
    }

    [Test]
    public void The_version_names_the_content_unless_one_is_given()
    {
        var version = VersionOf(Sample.Content);
        Assert.That(version, Does.Match("^0\\.0\\.0-c[0-9a-f]{20}$"));
        Assert.That(VersionOf(Sample.Content with { Plans = "[1]"u8.ToArray() }), Is.Not.EqualTo(version));
        Assert.That(VersionOf(Sample.Content with { Version = "1.2.3" }), Is.EqualTo("1.2.3"));

        static string VersionOf(BundleContent content)
        {
            using var output = new MemoryStream();
            return BundleWriter.Write(content, output, null).Version;
        }
    }

    [TestCase("1.2.3", true)]
    [TestCase("1.2.3-rc.1", true)]
    [TestCase("0.0.0-c0123", true)]
    [TestCase("1.2", false)]
    [TestCase("01.2.3", false)]
    [TestCase("1.2.3-01", false)]
    [TestCase("1.2.3+build", false)]
    [TestCase("1.2.3\n", false)]
    public void Versions_follow_semantic_versioning(string version, bool fits) => Assert.That(BundleWriter.IsVersion(version), Is.EqualTo(fits));

    [TestCase("Example.Detections", true)]
    [TestCase("a-b_c.d", true)]
    [TestCase("", false)]
    [TestCase("..", false)]
    [TestCase("a..b", false)]
    [TestCase("a/b", false)]
    public void Ids_are_those_of_packages(string id, bool fits) => Assert.That(BundleWriter.IsId(id), Is.EqualTo(fits));
}
