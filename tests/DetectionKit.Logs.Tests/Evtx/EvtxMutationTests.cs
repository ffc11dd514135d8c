namespace DetectionKit.Logs.Tests.Evtx;

/// <summary>Damaged files of every kind: none may throw or take long, and what is lost must be counted.</summary>
internal sealed class EvtxMutationTests
{
    [Test]
    [CancelAfter(300_000)]
    public void Ten_thousand_damaged_files_throw_nothing_and_count_what_they_lose(CancellationToken cancellation)
    {
        var random = new Random(20260302);
        var (whole, log) = Sample();
        for (var i = 0; i < 10_000 && !cancellation.IsCancellationRequested; i++)
        {
            var file = Damage(log, random);
            var events = ReadEvents.Of(file);
            var outcome = events.Outcome!;
            Assert.That(
                events.Raw.Count >= whole || outcome.Counts.Bad > 0 || outcome.Counts.Cut > 0 || outcome.Problem is not null || file.Length < log.Length, Is.True,
                () => $"file {i}: {events.Raw.Count} events and no word of what is lost");
            Assert.That(events.Raw, Has.Count.LessThan(200), () => $"file {i}");
        }

        Assert.That(cancellation.IsCancellationRequested, Is.False, "not done in time");
    }

    private static (int Records, byte[] Log) Sample()
    {
        var writer = new EvtxWriter();
        var definition = 0;
        (byte, byte[])[] values = [(0x81, EvtxWriter.Utf16Of("a\0b\0")), (0x13, [1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0]), (0x11, new byte[8]), (0x0f, new byte[16]), (0x15, new byte[8]), (0x0d, new byte[4])];
        writer.Record(w => definition = w.Template(5, Body, values));
        for (var i = 0; i < 5; i++)
            writer.Record(w => w.Instance(5, definition, values));
        return (6, writer.ToFile()[..(EvtxWriter.ChunkOffset + 0x2000)]);

        static void Body(EvtxWriter body) => body.Element("Event", a => a.Attribute("xmlns", v => v.Text("urn:x").Entity("amp")), e => e
            .Element("System", null, s => s
                .Element("Provider", a => a.Attribute("Name", v => v.Text("P")).Attribute("Guid", v => v.Substitution(3, 0x0f, true)))
                .Element("EventID", null, t => t.Text("1"))
                .Element("TimeCreated", a => a.Attribute("SystemTime", v => v.Substitution(2, 0x11)))
                .Element("Channel", null, t => t.Text("C"))
                .Element("Security", a => a.Attribute("UserID", v => v.Substitution(1, 0x13, true))))
            .Element("EventData", null, d => d
                .Element("Data", a => a.Attribute("Name", v => v.Text("List")), t => t.Substitution(0, 0x81))
                .Element("Data", a => a.Attribute("Name", v => v.Text("Mask")), t => t.Substitution(4, 0x15))
                .Element("Data", a => a.Attribute("Name", v => v.Text("Flag")), t => t.Substitution(5, 0x0d).CData("x").Character('y'))));
    }

    // Octets changed, stretches zeroed or copied elsewhere, numbers made extreme, the end cut off; mostly where the records are.
    private static byte[] Damage(byte[] log, Random random)
    {
        var file = (byte[])log.Clone();
        var changes = random.Next(1, 8);
        for (var i = 0; i < changes; i++)
        {
            var at = random.Next(4) == 0 ? random.Next(file.Length - 8) : random.Next(EvtxWriter.ChunkOffset, EvtxWriter.ChunkOffset + 0x900);
            switch (random.Next(6))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    file.AsSpan(at, Math.Min(random.Next(64), file.Length - at)).Clear();
                    break;
                case 3:
                    var length = Math.Min(random.Next(64), file.Length - at);
                    file.AsSpan(random.Next(file.Length - length), length).CopyTo(file.AsSpan(at));
                    break;
                case 4:
                    file.AsSpan(at, Math.Min(4, file.Length - at)).Fill(0xff);
                    break;
                default:
                    if (random.Next(8) == 0)
                        file = file[..Math.Max(EvtxWriter.ChunkOffset + 0xa00, random.Next(file.Length))];
                    break;
            }
        }

        return file;
    }
}
