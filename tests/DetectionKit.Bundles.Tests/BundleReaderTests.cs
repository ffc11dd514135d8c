using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Bundles.Signing;
using DetectionKit.Bundles.Tests.Support;
using DetectionKit.Bundles.Zip;

namespace DetectionKit.Bundles.Tests;

public sealed class BundleReaderTests
{
    [Test]
    public void What_was_written_is_read()
    {
        var bundle = Read(Sample.Write(Sample.Content with { Provenance = new("abc", true), Serial = 7 })).Bundle!;
        Assert.That(bundle.Image.ToArray(), Is.EqualTo(Sample.Content.Image.ToArray()));
        Assert.That(bundle.Symbols.ToArray(), Is.EqualTo(Sample.Content.Symbols.ToArray()));
        Assert.That(bundle.Plans.ToArray(), Is.EqualTo(Sample.Content.Plans.ToArray()));
        Assert.That(bundle.Provenance, Is.EqualTo(new BundleProvenance("abc", true)));
        Assert.That(bundle.Manifest.Serial, Is.EqualTo(7));
        Assert.That(bundle.Manifest.Detections.Select(detection => detection.Id), Is.EqualTo(["a", "b"]));
        var lookup = bundle.Lookups.Single(table => string.Equals(table.Name, "Expected Ports", StringComparison.Ordinal));
        Assert.That(lookup.Rows.Select(row => string.Join(' ', row)), Is.EqualTo(["http 80", "ssl 443"]));
        Assert.That(lookup.Matches.OrderBy(match => match.Key, StringComparer.Ordinal).Select(match => $"{match.Key} {match.Value}"), Is.EqualTo(["app Wildcard", "dest_port Exact"]));
        Assert.That(lookup.Time, Is.EqualTo(new LookupTime("since") { Format = "%Y", MaxOffset = 60 }));
        Assert.That((lookup.CaseSensitive, lookup.MinMatches, lookup.MaxMatches, lookup.DefaultMatch), Is.EqualTo((false, 1, 100, "no")));
    }

    [Test]
    public void A_trusted_signature_is_recognised()
    {
        using var other = BundleKeys.Create();
        using var key = BundleKeys.Create();
        var bundle = BundleReader.Read(Sample.Write(key: key), new([new(other), new(key)], AllowUnsigned: false, default)).Bundle!;
        Assert.That(bundle.SignedBy, Is.EqualTo(BundleKeys.Fingerprint(key)));
    }

    [Test]
    public void A_signature_of_another_key_is_refused()
    {
        using var other = BundleKeys.Create();
        using var key = BundleKeys.Create();
        Assert.That(Problems(BundleReader.Read(Sample.Write(key: key), new([new(other)], AllowUnsigned: false, default))), Is.EqualTo(["Untrusted no trusted key made its signature"]));
    }

    [Test]
    public void An_unsigned_bundle_is_refused_unless_allowed()
    {
        using var key = BundleKeys.Create();
        Assert.That(Problems(BundleReader.Read(Sample.Write(), new([new(key)], AllowUnsigned: false, default))), Is.EqualTo(["Untrusted it is not signed"]));
        Assert.That(Read(Sample.Write()).Bundle!.SignedBy, Is.Null);
    }

    [TestCase(-1, "is trusted from 2027-01-01 00:00:00Z on")]
    [TestCase(0, null)]
    [TestCase(364, null)]
    [TestCase(366, "was trusted until 2028-01-01 00:00:00Z")]
    public void A_key_counts_within_its_time(int day, string? problem)
    {
        using var key = BundleKeys.Create();
        var start = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var trusted = new TrustedKey(key, start, start.AddDays(365));
        var result = BundleReader.Read(Sample.Write(key: key), new([trusted], AllowUnsigned: true, start.AddDays(day)));
        Assert.That(Problems(result), Is.EqualTo(problem is null ? [] : new[] { $"KeyOutOfTime the key that signed it, {trusted.Fingerprint}, {problem}" }));
    }

    [Test]
    public void Of_two_keys_alike_the_one_that_counts_now_is_taken()
    {
        using var key = BundleKeys.Create();
        var result = BundleReader.Read(Sample.Write(key: key), new([new(key, NotAfter: default(DateTimeOffset).AddDays(1)), new(key)], AllowUnsigned: false, default(DateTimeOffset).AddDays(9)));
        Assert.That(Problems(result), Is.Empty);
    }

    [Test]
    public void A_lower_serial_than_the_last_accepted_is_refused_also_after_a_restart()
    {
        var manifest = Read(Sample.Write()).Bundle!.Manifest;
        var kept = AcceptedSerials.Read(AcceptedSerials.None.With(manifest with { Serial = 8 }).ToJson())!;
        Assert.That(kept.Judge(manifest with { Serial = 7 }), Is.EqualTo(new BundleProblem(BundleProblemKind.OlderSerial, "its serial is 7; 8 was accepted before")));
        Assert.That(kept.Judge(manifest with { Serial = 8 }), Is.Null);
        Assert.That(kept.Judge(manifest with { Id = "Another", Serial = 1 }), Is.Null);
        Assert.That(AcceptedSerials.Read("[]"u8), Is.Null);
    }

    [Test]
    public void Its_bill_of_materials_names_every_file_and_detection()
    {
        using var archive = new ZipArchive(new MemoryStream(Sample.Write()));
        using var bill = JsonDocument.Parse(archive.GetEntry("detectionkit/sbom.cdx.json")!.Open());
        var names = bill.RootElement.GetProperty("components").EnumerateArray().Select(component => component.GetProperty("name").GetString());
        Assert.That(names, Is.EqualTo(new[]
        {
            "DetectionKit.Abstractions", ".NET", "detectionkit/lookups/expected_ports-2.json", "detectionkit/lookups/expected_ports.json", "detectionkit/plans.json",
            "lib/net10.0/Example.Detections.dll", "lib/net10.0/Example.Detections.pdb", "Detection a", "Detection b",
        }));
        Assert.That(bill.RootElement.GetProperty("specVersion").GetString(), Is.EqualTo("1.6"));
    }

    [Test]
    public void A_feed_may_pack_anew_and_add_its_signature()
    {
        using var key = BundleKeys.Create();
        var packed = Repack(Sample.Write(key: key), (name, content) => content, (".signature.p7s", [1, 2, 3]));
        Assert.That(BundleReader.Read(packed, new([new(key)], AllowUnsigned: false, default)).Bundle, Is.Not.Null);
    }

    [TestCase("lib/net10.0/Example.Detections.dll", "HashMismatch lib/net10.0/Example.Detections.dll is not what the manifest says")]
    [TestCase("detectionkit/lookups/expected_ports.json", "HashMismatch detectionkit/lookups/expected_ports.json is not what the manifest says")]
    [TestCase("_rels/.rels", "HashMismatch _rels/.rels is not what the manifest says")]
    [TestCase("detectionkit/manifest.json", "BadManifest its manifest cannot be understood")]
    public void A_changed_file_is_found(string path, string problem)
    {
        var changed = Repack(Sample.Write(), (name, content) => string.Equals(name, path, StringComparison.Ordinal) ? [.. content, (byte)'x'] : content);
        Assert.That(Problems(Read(changed)), Is.EqualTo([problem]));
    }

    [TestCase("lib/net10.0/Example.Detections.pdb", "MissingFile lib/net10.0/Example.Detections.pdb is missing")]
    [TestCase("detectionkit/manifest.json", "BadManifest it has no manifest")]
    public void A_missing_file_is_found(string path, string problem)
    {
        var changed = Repack(Sample.Write(), (name, content) => string.Equals(name, path, StringComparison.Ordinal) ? null : content);
        Assert.That(Problems(Read(changed)), Is.EqualTo([problem]));
    }

    [TestCase("tools/init.ps1", "ExtraFile tools/init.ps1 is not in the manifest")]
    [TestCase("../escape.dll", "BadArchive an entry has an unsafe name")]
    [TestCase("/etc/passwd", "BadArchive an entry has an unsafe name")]
    [TestCase("lib\\\\evil.dll", "BadArchive an entry has an unsafe name")]
    [TestCase("C:/evil.dll", "BadArchive an entry has an unsafe name")]
    [TestCase("detectionkit/Plans.json", "BadArchive detectionkit/Plans.json is there twice")]
    public void A_file_that_does_not_belong_is_refused(string path, string problem) =>
        Assert.That(Problems(Read(Repack(Sample.Write(), (_, content) => content, (path, [1])))), Is.EqualTo([problem]));

    [Test]
    public void A_manifest_that_lists_a_stranger_is_refused()
    {
        var changed = Repack(Sample.Write(), Edit("\"_rels/.rels\"", "\"tools/init.ps1\": \"00\", \"_rels/.rels\""));
        Assert.That(Problems(Read(changed)), Does.Contain("ExtraFile its manifest lists a file that has no place in a bundle"));
    }

    [Test]
    public void Another_contract_is_refused_before_anything_else_of_the_content()
    {
        var changed = Repack(Sample.Write(), Edit("\"abi\": 1", "\"abi\": 2"));
        Assert.That(Problems(Read(changed)), Is.EqualTo(["OtherContract it was made for contract version 2; this is 1"]));
    }

    [Test]
    public void A_bomb_stops_where_it_lies()
    {
        var bomb = Repack(Sample.Write(), (_, content) => content, ("detectionkit/lookups/bomb.json", new byte[2_000_000]));
        var result = BundleReader.Read(bomb, BundleTrust.Anyone, BundleLimits.Default with { FileBytes = 1_000_000 });
        Assert.That(Problems(result), Is.EqualTo(["BadArchive detectionkit/lookups/bomb.json is too large"]));
    }

    [Test]
    public void A_file_that_is_longer_than_it_says_is_refused()
    {
        var bytes = Repack(Sample.Write(), (_, content) => content, ("detectionkit/lookups/liar.json", new byte[5000]));
        var name = "detectionkit/lookups/liar.json"u8.ToArray();
        var at = bytes.AsSpan().LastIndexOf(name) - 22;
        BitConverter.TryWriteBytes(bytes.AsSpan(at), 10);
        Assert.That(Problems(Read(bytes)), Is.EqualTo(["BadArchive detectionkit/lookups/liar.json is damaged"]));
    }

    [TestCase(ZipFormat.Stored)]
    [TestCase(ZipFormat.Deflated)]
    public void A_file_that_is_shorter_than_it_says_is_refused_even_where_its_checksum_is_that_of_nothing(int method)
    {
        var bytes = ZipWriter.Write([new("a", new byte[] { 3, 0 })]); // deflate's form of nothing
        var central = bytes.AsSpan().LastIndexOf("a"u8) - 46;
        bytes[central + 10] = (byte)method;
        bytes.AsSpan(central + 16, 4).Clear();
        bytes[central + 24] = 9;
        Assert.That(Problems(Read(bytes)), Is.EqualTo(["BadArchive a is damaged"]));
    }

    [Test]
    public void An_entry_inside_another_is_refused()
    {
        var inner = ZipWriter.Write([new("b", "xxxx"u8.ToArray())])[..35];
        var bytes = ZipWriter.Write([new("a", inner), new("b", "xxxx"u8.ToArray())]);
        var directoryEntry = bytes.AsSpan().LastIndexOf("b"u8) - 46;
        BitConverter.TryWriteBytes(bytes.AsSpan(directoryEntry + 42), 31);
        Assert.That(Problems(Read(bytes)), Is.EqualTo(["BadArchive two of its entries overlap"]));
    }

    [Test]
    public void Two_headers_that_name_an_entry_differently_are_refused()
    {
        var bytes = ZipWriter.Write([new("a", "xxxx"u8.ToArray())]);
        bytes[30] = (byte)'b';
        Assert.That(Problems(Read(bytes)), Is.EqualTo(["BadArchive a has another name in its own header"]));
    }

    [Test]
    public void Every_cut_is_refused()
    {
        var bytes = Sample.Write();
        for (var length = 0; length < bytes.Length; length += 7)
            Assert.That(Read(bytes.AsMemory(0, length)).Bundle, Is.Null, $"cut at {length}");
    }

    [Test]
    public void Ten_thousand_mutations_are_refused_or_harmless_and_never_throw()
    {
        using var key = BundleKeys.Create();
        byte[][] originals = [Sample.Write(key: key), Repack(Sample.Write(key: key), (_, content) => content)];
        var trust = new BundleTrust([new(key)], AllowUnsigned: false, default);
        var random = new Random(20);
        var taken = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var result = BundleReader.Read(Mutate(originals[i % 2], random), trust);
            Assert.That(result.Bundle is null, Is.EqualTo(result.Problems.Length > 0));
            if (result.Bundle is not { } bundle)
                continue;
            taken++;
            Assert.That(bundle.Image.Span.SequenceEqual(Sample.Content.Image.Span), "a signed bundle never yields another image");
        }

        Assert.That(taken, Is.LessThan(5000), "most mutations hit something that counts");
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at - 1));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count / 2), random.Next(1, 40)));
                    break;
                case 4:
                    bytes[at] = random.Next(2) == 0 ? (byte)0xFF : (byte)0;
                    break;
            }
        }

        return [.. bytes];
    }

    private static BundleResult Read(ReadOnlyMemory<byte> bytes) => BundleReader.Read(bytes, BundleTrust.Anyone);

    private static string[] Problems(BundleResult result) => [.. result.Problems.Select(problem => $"{problem.Kind} {problem.Message}")];

    private static Func<string, byte[], byte[]?> Edit(string from, string to) => (name, content) =>
        Regex.IsMatch(name, "manifest", RegexOptions.None, TimeSpan.FromSeconds(1)) ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace(from, to, StringComparison.Ordinal)) : content;

    // Packs anew, deflated, as a feed may.
    private static byte[] Repack(byte[] bundle, Func<string, byte[], byte[]?> change, params (string Name, byte[] Content)[] more)
    {
        using var output = new MemoryStream();
        using (var target = new ZipArchive(output, ZipArchiveMode.Create))
        {
            using var source = new ZipArchive(new MemoryStream(bundle));
            foreach (var entry in source.Entries)
            {
                using var input = entry.Open();
                using var copy = new MemoryStream();
                input.CopyTo(copy);
                if (change(entry.FullName, copy.ToArray()) is { } content)
                    Add(target, entry.FullName, content);
            }

            foreach (var (name, content) in more)
                Add(target, name, content);
        }

        return output.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
        stream.Write(content);
    }
}
