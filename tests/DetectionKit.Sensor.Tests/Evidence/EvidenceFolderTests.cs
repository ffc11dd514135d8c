using DetectionKit.Abstractions.Values;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Evidence;

namespace DetectionKit.Sensor.Tests.Evidence;

public sealed class EvidenceFolderTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("dk-evidence-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Old_evidence_goes_and_somebody_elses_captures_stay()
    {
        var (old, own) = (PathOf("0123456789abcdef0123456789abcdee.pcapng"), PathOf("my capture of last year.pcapng"));
        foreach (var path in new[] { old, own })
        {
            File.WriteAllText(path, "x");
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-400));
        }

        var folder = new EvidenceFolder(new EvidenceConfiguration { Folder = _folder }, [Memory()], Some.Silence);
        var alert = folder.Attach(Some.Alert());
        Assert.That(alert.EvidenceFile, Is.EqualTo(PathOf("0123456789abcdef0123456789abcdef.pcapng")));
        Assert.That(Directory.GetFiles(_folder), Is.EquivalentTo([own, alert.EvidenceFile]));
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    // A packet of the flow of Some.Alert.
    private static PacketMemory Memory()
    {
        var memory = new PacketMemory(1 << 16);
        byte[] packet =
        [
            2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0,
            0x45, 0, 0, 40, 0, 0, 0, 0, 64, 6, 0, 0, 10, 0, 0, 5, 203, 0, 113, 7,
            0xC3, 0x50, 0x1F, 0x98, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 0xFF, 0xFF, 0, 0, 0, 0,
        ];
        memory.Add(new() { Data = packet, Time = Timestamp.FromSeconds(1_700_000_000.5).Nanoseconds, WireLength = packet.Length, LinkType = Traffic.Capture.LinkType.Ethernet });
        return memory;
    }
}
