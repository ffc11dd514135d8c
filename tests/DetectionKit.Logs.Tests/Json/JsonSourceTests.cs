using System.IO.Compression;
using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Tests.Json;

public sealed class JsonSourceTests
{
    [TestCase("""{"a":{"b":1,"c":{"d":"x"}}}""", new[] { "a.b=1", "a.c.d=x" })]
    [TestCase("""{"a":[1,2,3]}""", new[] { "a{}=1|2|3" })]
    [TestCase("""{"a":[{"b":1},{"b":2,"c":3}]}""", new[] { "a{}.b=1|2", "a{}.c=3" })]
    [TestCase("""{"a":[[1,2],[3]],"z":1}""", new[] { "a{}{}=1|2|3", "z=1" })]
    [TestCase("""{"a":[],"b":{},"c":null,"d":""}""", new[] { "d=" })]
    [TestCase("""{"a":true,"b":false}""", new[] { "a=true", "b=false" })]
    [TestCase("""{"a\u002eb":"\u00e4\n"}""", new[] { "a.b=ä|" })]
    [TestCase("""{"id.orig_h":"10.0.0.1","a":1.50,"b":1.5,"c":1e3,"d":-0}""", new[] { "id.orig_h=10.0.0.1", "a=1.50", "b=1.5", "c=1e3", "d=-0" })]
    [TestCase("""{"a":12345678901234567890}""", new[] { "a=12345678901234567890" })]
    [TestCase("""{"a":1,"a":2}""", new[] { "a=1|2" })]
    [TestCase("""{"a":"\ud800"}""", new[] { "a=\uFFFD" })]
    public void Members_are_named_as_Splunk_names_them(string json, string[] fields) =>
        Assert.That(ReadEvents.Of(json).Fields(), Is.EqualTo(fields));

    [TestCase("""{"n":80}""", ValueKind.Integer)]
    [TestCase("""{"n":0.5}""", ValueKind.Number)]
    [TestCase("""{"n":"80"}""", ValueKind.Text)]
    [TestCase("""{"n":1.0}""", ValueKind.Number)]
    public void Numbers_are_numbers_and_texts_are_texts(string json, ValueKind kind) =>
        Assert.That(ReadEvents.Of(json).Raw.Single()["n"].Kind, Is.EqualTo(kind));

    [TestCase("""{"_time":1700000000.5}""")]
    [TestCase("""{"_time":"1700000000.5"}""")]
    [TestCase("""{"_time":"2023-11-14T22:13:20.500Z"}""")]
    [TestCase("""{"_time":"2023-11-14T23:13:20.500+01:00"}""")]
    [TestCase("""{"timestamp":"2023-11-14T22:13:20.500000+0000"}""")]
    [TestCase("""{"ts":1700000000.5}""")]
    [TestCase("""{"@timestamp":"2023-11-14T22:13:20.500Z"}""")]
    [TestCase("""{"time":1700000000500}""")]
    [TestCase("""{"eventTime":"2023-11-14 22:13:20.5"}""")]
    public void The_time_is_found(string json) => Assert.That(ReadEvents.Of(json).Raw.Single().Time.Seconds, Is.EqualTo(1700000000.5));

    [Test]
    public void An_event_says_its_host_source_sourcetype_index_and_raw_text()
    {
        var found = ReadEvents.Of("""{"_time":1,"host":"h","source":"s","sourcetype":"t","index":"i","_raw":"the text","x":1}""").Raw.Single();
        Assert.That((found.Host, found.Source, found.SourceType, found["index"].ToText(), found.Text), Is.EqualTo(("h", "s", "t", "i", "the text")));
        Assert.That(found.Fields.Select(field => field.Key), Is.EqualTo(new[] { "index", "x" }));
    }

    [Test]
    public void Without_them_the_source_is_the_path_and_the_text_the_object()
    {
        var found = ReadEvents.Of("""  {"x":1}  """).Raw.Single();
        Assert.That((found.Source, found.SourceType, found.Text), Is.EqualTo(("test.log", "_json", """{"x":1}""")));
    }

    [Test]
    public void A_source_type_that_the_caller_says_is_the_events() =>
        Assert.That(ReadEvents.Of("""{"x":1}""", "my:type").Raw.Single().SourceType, Is.EqualTo("my:type"));

    [TestCase("""{"preview":false,"offset":0,"result":{"_time":"2023-11-14T22:13:20Z","sourcetype":"t","x":"1"}}""")]
    [TestCase("""{"time":1700000000,"sourcetype":"t","event":{"x":1}}""")]
    [TestCase("""{"_index":"logs","_source":{"@timestamp":"2023-11-14T22:13:20Z","sourcetype":"t","x":1}}""")]
    public void An_envelope_is_opened(string json)
    {
        var found = ReadEvents.Of(json).Raw.Single();
        Assert.That((found.Time.Seconds, found.SourceType, found["x"].ToText()), Is.EqualTo((1700000000d, "t", "1")));
    }

    [TestCase("{\"a\":1}\n{\"a\":2}\n")]
    [TestCase("{\"a\":1}\r\n\r\n{\"a\":2}")]
    [TestCase("[{\"a\":1},{\"a\":2}]")]
    [TestCase("[\n  {\n    \"a\": 1\n  },\n  {\n    \"a\": 2\n  }\n]\n")]
    [TestCase("{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n")]
    [TestCase("\uFEFF{\"a\":1}\n{\"a\":2}")]
    [TestCase("{\"Records\":[{\"a\":1},{\"a\":2}]}")]
    [TestCase("{\"Records\":[{\"a\":1},{\"a\":2},],}")]
    public void Objects_are_found_however_they_are_laid_out(string text)
    {
        byte[][] encoded = [Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes('\uFEFF' + text.TrimStart('\uFEFF')), Encoding.BigEndianUnicode.GetBytes(text), Packed(text)];
        foreach (var bytes in encoded)
            Assert.That(ReadEvents.Of(bytes).Raw.Select(found => found["a"].ToText()), Is.EqualTo(new[] { "1", "2" }));
    }

    [TestCase("{\"a\":1}\n{\"a\":\n{\"a\":3}\nnoise\n", 2, 2, "line 2: broken JSON")]
    [TestCase("{\n \"a\": 1,\n{\n \"a\": 2\n}\n", 1, 1, "line 1: cut off")]
    [TestCase("{\"a\":1}\n[1,2]\n", 1, 1, "line 2: no JSON object")]
    [TestCase("{\"Records\":[{\"a\":1},{\"a\":]}\n", 1, 1, "line 1: broken JSON")]
    [TestCase("{\"Records\":[{\"a\":1},2]}\n", 1, 1, "line 1: no JSON object")]
    [TestCase("no{ise\n{\"a\":1}\n{\"a\":2}\n", 2, 1, "line 1: broken JSON")]
    public void Bad_records_are_counted_with_their_place(string log, int good, int bad, string first)
    {
        var counts = ReadEvents.Of(log).Outcome!.Counts;
        Assert.That((counts.Good, counts.Bad, counts.FirstBad), Is.EqualTo(((long)good, (long)bad, first)));
    }

    [Test]
    public void A_line_beyond_the_limit_is_counted_and_the_next_is_read()
    {
        var events = ReadEvents.Of($"{{\"a\":1}}\n{{\"a\":\"{new string('x', 5 << 20)}\"}}\n{{\"a\":3}}\n");
        Assert.That(events.Raw.Select(found => found["a"].ToText()), Is.EqualTo(new[] { "1", "3" }));
        Assert.That(events.Outcome!.Counts.FirstBad, Is.EqualTo("line 2: longer than a line may be"));
    }

    [Test]
    public void Fields_beyond_the_limit_are_left_out_and_the_record_is_counted_as_cut()
    {
        var events = ReadEvents.Of("{" + string.Join(',', Enumerable.Range(0, 3000).Select(i => $"\"f{i}\":{i}")) + "}");
        Assert.That(events.Raw.Single().Fields, Has.Count.EqualTo(2000));
        Assert.That(events.Outcome!.Counts.Cut, Is.EqualTo(1));
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
