using System.Buffers.Binary;
using DetectionKit.Logs.Evtx;

namespace DetectionKit.Logs.Tests.Evtx;

internal sealed class EvtxReaderTests
{
    [Test]
    public void Elements_attributes_texts_entities_characters_and_cdata_are_given_in_their_order()
    {
        var file = new EvtxWriter().Record(w => w.Element(
            "Event",
            a => a.Attribute("xmlns", v => v.Text("urn:x")).Attribute("n", v => v.Text("a").Entity("amp").Text("b")),
            c => c.Element("Empty").Element("Text", null, t => t.Text("1 ").Entity("lt").Character('A').CData("<raw>").Entity("other")))).ToFile();
        Assert.That(XmlOutline.Of(file).Outline.Records, Is.EqualTo(["<Event xmlns='urn:x' n='a&b'><Empty/><Text>1 <A<raw>&other;</Text></Event>"]));
    }

    [Test]
    public void A_template_is_read_where_it_is_defined_and_where_it_is_used_again()
    {
        var writer = new EvtxWriter();
        var definition = 0;
        writer.Record(w => definition = w.Template(7, Body, (0x08, [5, 0, 0, 0]), (0x01, EvtxWriter.Utf16Of("one"))));
        writer.Record(w => w.Instance(7, definition, (0x08, [6, 0, 0, 0]), (0x01, EvtxWriter.Utf16Of("two"))));
        Assert.That(XmlOutline.Of(writer.ToFile()).Outline.Records, Is.EqualTo(["<Event id='5'><Data>one</Data></Event>", "<Event id='6'><Data>two</Data></Event>"]));

        static void Body(EvtxWriter body) => body.Element("Event", a => a.Attribute("id", v => v.Substitution(0, 0x08)), c => c.Element("Data", null, d => d.Substitution(1, 0x01)));
    }

    [Test]
    public void An_absent_optional_value_takes_its_attribute_or_bare_element_away_but_not_an_element_with_attributes()
    {
        var file = new EvtxWriter().Record(w => w.Template(1, body => body.Element("Event", a => a.Attribute("gone", v => v.Substitution(0, 1, true)), c => c
            .Element("Gone", null, d => d.Substitution(0, 1, true))
            .Element("Kept", a => a.Attribute("Name", v => v.Text("x")), d => d.Substitution(0, 1, true))
            .Element("Normal", null, d => d.Substitution(0, 1))), (0x00, []))).ToFile();
        Assert.That(XmlOutline.Of(file).Outline.Records, Is.EqualTo(["<Event><Kept Name='x'/><Normal/></Event>"]));
    }

    [Test]
    public void An_array_repeats_its_element()
    {
        var file = new EvtxWriter().Record(w => w.Template(
            1,
            body => body.Element("EventData", null, c => c.Element("Data", null, d => d.Substitution(0, 0x81)).Element("N", null, d => d.Substitution(1, 0x86))),
            (0x81, EvtxWriter.Utf16Of("a\0\0bc\0")),
            (0x86, [1, 0, 255, 255]))).ToFile();
        Assert.That(XmlOutline.Of(file).Outline.Records, Is.EqualTo(["<EventData><Data>a</Data><Data></Data><Data>bc</Data><N>1</N><N>65535</N></EventData>"]));
    }

    [Test]
    public void What_has_no_header_of_an_event_log_is_refused() =>
        Assert.That(XmlOutline.Of("MZ and more that is no event log"u8.ToArray()).Outline.Records, Has.One.StartsWith("problem: no event log"));

    [Test]
    public void A_chunk_without_its_header_gives_its_records_and_is_counted()
    {
        var file = Simple(2).ToFile();
        file.AsSpan(EvtxWriter.ChunkOffset, 128).Fill(0xcc);
        var (outline, counters) = XmlOutline.Of(file);
        Assert.Multiple(() =>
        {
            Assert.That(outline.Records, Is.EqualTo(["<Event>1</Event>", "<Event>2</Event>"]));
            Assert.That(counters.DamagedChunks, Is.EqualTo(1));
        });
    }

    [Test]
    public void A_file_that_ends_inside_a_chunk_gives_the_records_before_and_is_counted()
    {
        var (outline, counters) = XmlOutline.Of(Simple(2).ToFile()[..(EvtxWriter.ChunkOffset + 0x280)]);
        Assert.Multiple(() =>
        {
            Assert.That(outline.Records, Has.Count.LessThanOrEqualTo(2).And.Contains("<Event>1</Event>"));
            Assert.That(counters.TruncatedChunks, Is.EqualTo(1));
        });
    }

    [Test]
    public void A_damaged_record_is_counted_and_the_next_one_is_found()
    {
        var file = Simple(3).ToFile();
        file.AsSpan(EvtxWriter.ChunkOffset + 0x200, 8).Fill(0xee);
        var (outline, counters) = XmlOutline.Of(file);
        Assert.Multiple(() =>
        {
            Assert.That(outline.Headers.Select(header => header.Id), Is.EqualTo([2, 3]));
            Assert.That(counters.DamagedRecords, Is.GreaterThan(0));
        });
    }

    [TestCase(false, false, 1, 1)]
    [TestCase(false, true, 2, 1)]
    [TestCase(true, false, 2, 0)]
    public void A_record_behind_the_used_part_is_an_orphan_unless_the_log_was_not_closed(bool dirty, bool orphans, int given, int counted)
    {
        var file = Simple(2, dirty).ToFile();
        var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(EvtxWriter.ChunkOffset + 0x204));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(EvtxWriter.ChunkOffset + 0x30), 0x200 + length);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(EvtxWriter.ChunkOffset + 0x20), 1);
        var (outline, counters) = XmlOutline.Of(file, new EvtxOptions(orphans));
        Assert.Multiple(() =>
        {
            Assert.That(outline.Headers, Has.Count.EqualTo(given));
            Assert.That(counters.OrphanRecords, Is.EqualTo(counted));
        });
    }

    [Test]
    public void A_template_that_holds_itself_ends()
    {
        var writer = new EvtxWriter();
        writer.Record(w => w.Template(9, body => body.Element("Event", null, c => c.Instance(9, 0x200 + 24 + 4 + 10))));
        var (outline, counters) = XmlOutline.Of(writer.ToFile());
        Assert.Multiple(() =>
        {
            Assert.That(outline.Records, Is.EqualTo(["damaged"]));
            Assert.That(counters.DamagedRecords, Is.EqualTo(1));
        });
    }

    [Test]
    public void Elements_nested_without_end_end()
    {
        var (outline, _) = XmlOutline.Of(new EvtxWriter().Record(w => Nest(w, 200)).ToFile());
        Assert.That(outline.Records, Is.EqualTo(["damaged"]));

        static void Nest(EvtxWriter writer, int depth) => writer.Element("E", null, inner =>
        {
            if (depth > 0)
                Nest(inner, depth - 1);
        });
    }

    private static EvtxWriter Simple(int records, bool dirty = false)
    {
        var writer = new EvtxWriter { Dirty = dirty };
        for (var i = 1; i <= records; i++)
            writer.Record(w => w.Element("Event", null, c => c.Text($"{i}")));
        return writer;
    }
}
