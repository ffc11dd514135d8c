using System.Globalization;
using System.Text;

namespace DetectionKit.Logs.Tests.Evtx;

/// <summary>Trees made at random, written as binary XML in every way that there is, read back to what they are.</summary>
internal sealed class EvtxTreeTests
{
    private static readonly string[] Names = ["Event", "System", "EventData", "UserData", "Data", "Überschrift", "a.b-c", "X"];

    [Test]
    public void What_is_written_is_read([Range(1, 60)] int seed)
    {
        var random = new Random(seed);
        var writer = new EvtxWriter();
        var expected = new List<string>();
        for (var record = 0; record < 12; record++)
        {
            var text = new StringBuilder();
            writer.Record(w => Element(w, random, text, 0));
            expected.Add(text.ToString());
        }

        var (outline, counters) = XmlOutline.Of(writer.ToFile());
        Assert.That(outline.Records, Is.EqualTo(expected));
        Assert.That((counters.Records, counters.DamagedRecords), Is.EqualTo((12, 0)));
    }

    [Test]
    public void A_fragment_is_a_value_of_a_template_and_may_hold_templates_itself()
    {
        var file = new EvtxWriter().Record(w => w.Around(
            1,
            outer => outer.Element("Event", null, c => c.Element("UserData", null, u => u.Substitution(0, 0x21))),
            inner => inner.Template(2, body => body.Element("Inner", a => a.Attribute("n", v => v.Substitution(0, 0x08)), c => c.Substitution(1, 0x01)), (0x08, [7, 0, 0, 0]), (0x01, EvtxWriter.Utf16Of("seven"))))).ToFile();
        Assert.That(XmlOutline.Of(file).Outline.Records, Is.EqualTo(["<Event><UserData><Inner n='7'>seven</Inner></UserData></Event>"]));
    }

    [Test]
    public void Chunks_that_were_never_written_are_empty_and_a_stale_checksum_is_no_damage()
    {
        var file = new EvtxWriter().Record(w => w.Element("Event", null, c => c.Text("1"))).ToFile();
        file.AsSpan(EvtxWriter.ChunkOffset + 0x34, 4).Fill(0xab);
        file.AsSpan(EvtxWriter.ChunkOffset + 0x7c, 4).Fill(0xab);
        var (outline, counters) = XmlOutline.Of([.. file, .. new byte[0x10000], .. new byte[0x2000]]);
        Assert.That(outline.Records, Is.EqualTo(["<Event>1</Event>"]));
        Assert.That((counters.Chunks, counters.EmptyChunks, counters.TruncatedChunks, counters.DamagedRecords), Is.EqualTo((1, 2, 1, 0)));
    }

    [Test]
    public void A_second_chunk_has_names_and_templates_of_its_own()
    {
        var first = new EvtxWriter().Record(w => w.Template(5, body => body.Element("One", null, c => c.Substitution(0, 0x08)), (0x08, [1, 0, 0, 0]))).ToFile();
        var second = new EvtxWriter().Record(w => w.Template(5, body => body.Element("Two", null, c => c.Substitution(0, 0x08)), (0x08, [2, 0, 0, 0]))).ToFile();
        Assert.That(XmlOutline.Of([.. first, .. second[EvtxWriter.ChunkOffset..]]).Outline.Records, Is.EqualTo(["<One>1</One>", "<Two>2</Two>"]));
    }

    private static void Element(EvtxWriter writer, Random random, StringBuilder expected, int depth)
    {
        var name = Names[random.Next(Names.Length)];
        var attributes = Enumerable.Range(0, random.Next(3)).Select(number => (Name: "n" + number.ToString(CultureInfo.InvariantCulture), Text: Word(random))).ToArray();
        expected.Append('<').Append(name);
        foreach (var (attribute, text) in attributes)
            expected.Append(' ').Append(attribute).Append("='").Append(text).Append('\'');
        var isEmpty = random.Next(4) == 0;
        expected.Append(isEmpty ? "/>" : ">");
        writer.Element(
            name,
            attributes.Length == 0 ? null : a =>
            {
                foreach (var (attribute, text) in attributes)
                    a.Attribute(attribute, v => v.Text(text));
            },
            isEmpty ? null : c => Content(c, random, expected, depth));
        if (!isEmpty)
            expected.Append("</").Append(name).Append('>');
    }

    // An element without content closes in its tag, so there is always a word.
    private static void Content(EvtxWriter writer, Random random, StringBuilder expected, int depth)
    {
        Piece(writer, random, expected);
        for (var left = random.Next(4); left > 0; left--)
        {
            if (depth < 4 && random.Next(2) == 0)
                Element(writer, random, expected, depth + 1);
            else
                Piece(writer, random, expected);
        }
    }

    private static void Piece(EvtxWriter writer, Random random, StringBuilder expected)
    {
        var word = Word(random);
        switch (random.Next(4))
        {
            case 0:
                writer.Text(word);
                expected.Append(word);
                break;
            case 1:
                writer.CData(word);
                expected.Append(word);
                break;
            case 2:
                writer.Character(word[0]);
                expected.Append(word[0]);
                break;
            default:
                writer.Entity("quot");
                expected.Append('"');
                break;
        }
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)random.Next('!', 0x17f))]);
}
