using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Running;

namespace DetectionKit.Engine.Tests.Running;

internal sealed class KeyIndexTests
{
    private static readonly (string Name, SourceKey[] Keys)[] Readers =
    [
        ("any", []),
        ("one", [new("id", "1")]),
        ("one or two", [new("id", "1"), new("id", "2")]),
        ("two fields", [new("id", "2"), new("name", "Probe.exe")]),
    ];

    [TestCase("", "", ExpectedResult = "any")]
    [TestCase("1", "", ExpectedResult = "any, one, one or two")]
    [TestCase("2", "", ExpectedResult = "any, one or two, two fields")]
    [TestCase("2", "PROBE.EXE", ExpectedResult = "any, one or two, two fields")]
    [TestCase("3", "probe.exe", ExpectedResult = "any, two fields")]
    [TestCase("3,1", "", ExpectedResult = "any, one, one or two")]
    [TestCase("11", "probe", ExpectedResult = "any")]
    public string An_event_is_given_once_to_each_reader_whose_keys_it_has(string ids, string name)
    {
        var index = new KeyIndex<RawEvent, (string Name, SourceKey[] Keys)>(Readers, reader => reader.Keys, field => e => e[field]);
        var found = index.Find(Event(ids, name));
        var names = new List<string>();
        for (var i = 0; i < found.Count; i++)
            names.Add(found[i].Name);
        return string.Join(", ", names.Order(StringComparer.Ordinal));
    }

    [Test]
    public void A_number_is_found_by_its_text()
    {
        var index = new KeyIndex<RawEvent, (string Name, SourceKey[] Keys)>(Readers, reader => reader.Keys, field => e => e[field]);
        var number = new RawEvent(default, "st", "s");
        number.Add("id", Value.Of(1L));
        Assert.That(index.Find(number).Count, Is.EqualTo(3));
    }

    private static RawEvent Event(string ids, string name)
    {
        var made = new RawEvent(default, "st", "s");
        foreach (var id in ids.Split(',', StringSplitOptions.RemoveEmptyEntries))
            made.Add("id", Value.Of(id));
        if (name.Length > 0)
            made.Add("name", Value.Of(name));
        return made;
    }
}
