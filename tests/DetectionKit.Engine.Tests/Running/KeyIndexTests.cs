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
        ("parts", [SourceKey.Part("name", "-enc"), SourceKey.Part("name", "rob")]),
    ];

    [TestCase("", "", ExpectedResult = "any")]
    [TestCase("1", "", ExpectedResult = "any, one, one or two")]
    [TestCase("2", "", ExpectedResult = "any, one or two, two fields")]
    [TestCase("2", "PROBE.EXE", ExpectedResult = "any, one or two, parts, two fields")]
    [TestCase("3", "probe.exe", ExpectedResult = "any, parts, two fields")]
    [TestCase("3,1", "", ExpectedResult = "any, one, one or two")]
    [TestCase("11", "prober", ExpectedResult = "any, parts")]
    [TestCase("11", "x -ENC x -enc", ExpectedResult = "any, parts")]
    [TestCase("11", "-en crob", ExpectedResult = "any, parts")]
    [TestCase("11", "-en cro", ExpectedResult = "any")]
    public string An_event_is_given_once_to_each_reader_whose_keys_it_has(string ids, string name)
    {
        var found = Found(Event(ids, name));
        Assert.That(found, Is.Unique);
        return string.Join(", ", found.Order(StringComparer.Ordinal));
    }

    [Test]
    public void A_number_is_found_by_its_text()
    {
        var number = new RawEvent(default, "st", "s");
        number.Add("id", Value.Of(1L));
        Assert.That(Found(number), Is.EquivalentTo(new[] { "any", "one", "one or two" }));
    }

    private static List<string> Found(RawEvent e)
    {
        var index = new KeyIndex<(string Name, SourceKey[] Keys)>(Readers, reader => reader.Keys);
        var names = new List<string>();

        // The event before leaves nothing behind.
        foreach (var one in new[] { Event("1,2", "probe.exe -enc"), e })
        {
            names.Clear();
            index.Begin();
            for (var i = 0; i < index.Fields.Length; i++)
                index.Look(i, one[index.Fields[i]]);
            var found = index.Concerned();
            for (var i = 0; i < found.Count; i++)
                names.Add(found[i].Name);
        }

        return names;
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
