using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Tests.WindowsEvents;

/// <summary>Event log files that have their events beside them as JSON: both must read to the same.</summary>
internal sealed class TwinTests
{
    [Test]
    [Explicit("reads Sigma's regression data, which is not in this repository: DK_SIGMA_REGRESSION names its folder")]
    public void An_event_log_reads_to_the_events_of_its_json_twin()
    {
        var folder = Environment.GetEnvironmentVariable("DK_SIGMA_REGRESSION") ?? "/nowhere";
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.evtx", SearchOption.AllDirectories) : [];
        Assert.That(files, Is.Not.Empty);
        Assert.That(files.SelectMany(Differences), Is.Empty);
    }

    private static IEnumerable<string> Differences(string file)
    {
        var log = ReadEvents.Of(File.ReadAllBytes(file)).Raw;
        var twin = ReadEvents.Of(File.ReadAllBytes(Path.ChangeExtension(file, ".json"))).Raw;
        if (log.Count != twin.Count)
            yield return $"{file}: {log.Count} events, the twin has {twin.Count}";
        foreach (var (ours, theirs) in log.Zip(twin))
        {
            if (Fields(ours) is var a && Fields(theirs) is var b && !a.SequenceEqual(b, StringComparer.OrdinalIgnoreCase))
                yield return $"{file}: {string.Join(" | ", a.Except(b, StringComparer.OrdinalIgnoreCase))} <> {string.Join(" | ", b.Except(a, StringComparer.OrdinalIgnoreCase))}";
            if (!string.Equals(ours.Source, theirs.Source, StringComparison.Ordinal) || !string.Equals(ours.SourceType, theirs.SourceType, StringComparison.Ordinal) || Math.Abs(ours.Time.Nanoseconds - theirs.Time.Nanoseconds) > 2000)
                yield return $"{file}: {ours.Source} {ours.SourceType} {ours.Time} <> {theirs.Source} {theirs.SourceType} {theirs.Time}";
        }
    }

    // Differences that lie in the twins: no braces around identifiers, zeros before hexadecimal digits, microseconds, blanks at the end; one has a name in another case.
    private static List<string> Fields(RawEvent rawEvent) =>
    [
        .. rawEvent.Fields.Where(field => !field.Key.EndsWith("_Xml", StringComparison.Ordinal))
            .Select(field => $"{field.Key}={string.Join('\n', field.Value.Items.Select(Plain))}").Order(StringComparer.Ordinal),
    ];

    private static string Plain(Value value)
    {
        var text = value.ToText().TrimEnd();
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return "0x" + text[2..].TrimStart('0').ToLowerInvariant();
        if (text is ['{', .., '}'])
            text = text[1..^1];
        if (Guid.TryParse(text, out var guid))
            return guid.ToString();
        return text is [_, _, _, _, '-', _, _, '-', _, _, 'T', .., 'Z'] && text.Length > 26 ? text[..26] + "Z" : text;
    }
}
