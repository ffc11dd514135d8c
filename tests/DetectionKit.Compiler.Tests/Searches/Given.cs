using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Tests.Emit;
using DetectionKit.Compiler.Tests.Reference;
using DetectionKit.Compiler.Tests.Reference.Specs;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>
/// Events written in a line and what a search makes of them. Events are parted by <c>;</c>, the newest first, a second apart unless <c>_time</c>
/// says so; fields by blanks; a name given twice is multivalue; <c>%</c> stands for a blank and <c>^</c> for a line break inside a value.
/// Where every command of the search has its reference, both implementations run and must agree.
/// </summary>
internal static class Given
{
    /// <summary>The rows, parted by <c>;</c>, with their columns in the order in which they stand, items joined by <c>|</c>.</summary>
    public static string Events(string events, string search)
    {
        string[] texts = events.Length == 0 ? [] : events.Split(';');
        ImmutableArray<object> all = [.. texts.Select((text, i) => (object)Event(text.Trim(), 1000 + texts.Length - 1 - i)).Reverse()];
        var plan = Emit.Searches.Plan("sourcetype=test | " + search);
        var rows = BothWays.Engine([Loaded.Detector(plan)], all, ImmutableDictionary<string, LookupTable>.Empty)[0];
        if (ReferenceSpec.Covers(plan))
        {
            var reference = BothWays.Reference(new ReferenceRun(all, ImmutableDictionary<string, LookupTable>.Empty), plan);
            Assert.That(rows.Select(BothWays.ByName), Is.EqualTo(reference.Select(BothWays.ByName)), search);
        }

        return string.Join(';', rows.Select(row => row[(row + "\t").IndexOf('\t', StringComparison.Ordinal)..].TrimStart('\t').Replace(' ', '%').Replace('\n', '^').Replace('\t', ' ')));
    }

    private static RawEvent Event(string text, int second)
    {
        (string Name, string Value)[] fields = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Select(pair => (pair[0], pair[1].Replace('%', ' ').Replace('^', '\n')))];
        var time = Array.Find(fields, field => field.Name is "_time").Value is { } written ? double.Parse(written, System.Globalization.CultureInfo.InvariantCulture) : second;
        var raw = Array.Find(fields, field => field.Name is "_raw").Value ?? text.Replace('%', ' ');
        var e = new RawEvent(Timestamp.FromSeconds(time), "test", "given") { Text = raw };
        foreach (var (name, value) in fields.Where(field => field.Name is not ("_time" or "_raw")))
            e.Add(name, Value.Of(value));
        return e;
    }
}
