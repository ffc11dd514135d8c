using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Configuration;
using DetectionKit.Sensor.Evidence;
using DetectionKit.Traffic.Capture;

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

    [Test]
    public void What_a_flow_says_in_the_ten_seconds_behind_its_alert_is_added()
    {
        var (now, memory) = (DateTime.UnixEpoch, Memory());
        var folder = new EvidenceFolder(new EvidenceConfiguration { Folder = _folder }, [memory], Some.Silence, () => now);
        var alert = folder.Attach(GoesOn(Some.Alert()));
        Assert.That(Packets(alert.EvidenceFile!), Is.EqualTo(1));
        Remember(memory, 1_700_000_003);
        folder.Continue();
        Assert.That(Packets(alert.EvidenceFile!), Is.EqualTo(1), "not yet");
        now = now.AddSeconds(11);
        folder.Continue();
        Assert.That(Packets(alert.EvidenceFile!), Is.EqualTo(2));
        Remember(memory, 1_700_000_014);
        now = now.AddSeconds(11);
        folder.Continue();
        Assert.That(Packets(alert.EvidenceFile!), Is.EqualTo(2), "once only");
    }

    [Test]
    public void A_flow_that_has_ended_gets_nothing_added()
    {
        var (now, memory) = (DateTime.UnixEpoch, Memory());
        var folder = new EvidenceFolder(new EvidenceConfiguration { Folder = _folder }, [memory], Some.Silence, () => now);
        var alert = folder.Attach(Some.Alert());
        Remember(memory, 1_700_000_003);
        now = now.AddSeconds(11);
        folder.Continue();
        Assert.That(Packets(alert.EvidenceFile!), Is.EqualTo(1));
    }

    [Test]
    public void That_it_cannot_be_written_is_said_once_and_counted_each_time()
    {
        using var said = new StringWriter();
        var folder = new EvidenceFolder(new EvidenceConfiguration { Folder = _folder }, [Memory()], new(said, journal: false));
        // In the way of both files.
        foreach (var id in new[] { new string('a', 32), new string('b', 32) })
        {
            Directory.CreateDirectory(PathOf(id + ".pcapng"));
            Assert.That(folder.Attach(Some.Alert(id)).EvidenceFile, Is.Null);
        }

        Assert.That(folder.Failures, Is.EqualTo(2));
        Assert.That(said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
    }

    private static Alert GoesOn(Alert alert)
    {
        var row = alert.Row;
        row.Origin = row.Origin with { Flows = FlowTrail.Of(row.Origin.Flows!.Flows[0] with { IsContinuing = true }) };
        return alert;
    }

    private static int Packets(string path)
    {
        using var reader = CaptureReader.Open(path);
        var packet = default(CapturedPacket);
        var count = 0;
        while (reader.Read(ref packet))
            count++;
        Assert.That(reader.Error, Is.Null);
        return count;
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    // A packet of the flow of Some.Alert.
    private static PacketMemory Memory()
    {
        var memory = new PacketMemory(1 << 16);
        Remember(memory, 1_700_000_000.5);
        return memory;
    }

    private static void Remember(PacketMemory memory, double time)
    {
        byte[] packet =
        [
            2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2, 8, 0,
            0x45, 0, 0, 40, 0, 0, 0, 0, 64, 6, 0, 0, 10, 0, 0, 5, 203, 0, 113, 7,
            0xC3, 0x50, 0x1F, 0x98, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 0xFF, 0xFF, 0, 0, 0, 0,
        ];
        memory.Add(new() { Data = packet, Time = Timestamp.FromSeconds(time).Nanoseconds, WireLength = packet.Length, LinkType = LinkType.Ethernet });
    }
}
