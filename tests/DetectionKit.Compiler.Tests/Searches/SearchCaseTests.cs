using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Compiler.Tests.Emit;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>What searches find, by rows worked out by hand from Splunk's manuals. The cases are files, one for each topic.</summary>
public sealed class SearchCaseTests
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Searches", "Cases");
    private static readonly ConcurrentDictionary<string, Lazy<CaseFile>> Files = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, Lazy<IDetector?[]>> Images = new(StringComparer.Ordinal);

    [TestCaseSource(nameof(All))]
    public void The_rows_are_those_worked_out_by_hand(string path, int place)
    {
        var file = File(path);
        var one = file.Cases[place];
        var detector = Images.GetOrAdd(path, _ => new(() => Compile(file))).Value[place] ?? Loaded.Detector(Plan(file, place));
        var run = new DetectionRun([detector], new RunOptions { Lookups = new LookupStore(file.Lookups) });
        var input = run.OpenInput();
        foreach (var e in one.Events)
            input.OnRaw(e);
        var result = run.Finish();
        Assert.That(result.Notices, Is.Empty);
        var rows = result.Rows.Select(row => Written(row)).ToArray();
        Assert.That(rows, Is.EqualTo(one.Rows.Select(Canonical)), one.Search);
    }

    [TestCaseSource(nameof(Paths))]
    public void No_search_fails_whatever_its_events_hold(string path)
    {
        var file = File(path);
        foreach (var (detector, one) in Images.GetOrAdd(path, _ => new(() => Compile(file))).Value.Zip(file.Cases).Where(pair => pair.First is not null))
        {
            var run = new DetectionRun([detector!], new RunOptions { Lookups = new LookupStore(file.Lookups) });
            var input = run.OpenInput();
            foreach (var e in HostileEvents.Of(one.Events))
                input.OnRaw(e);
            Assert.That(run.Finish().Notices.Where(notice => notice.Kind == RunNoticeKind.Failed).Select(notice => notice.Message), Is.Empty, $"{one.Name}: {one.Search}");
        }
    }

    private static IEnumerable<string> Paths() => Directory.EnumerateFiles(Folder, "*.cases").Order(StringComparer.Ordinal);

    private static IEnumerable<TestCaseData> All() => Paths().SelectMany(path => File(path).Cases.Select(
        (one, i) => new TestCaseData(path, i).SetName($"{Path.GetFileNameWithoutExtension(path)}: {one.Name}")));

    private static CaseFile File(string path) => Files.GetOrAdd(path, _ => new(() => CaseFile.Read(path))).Value;

    // All searches of a file in one image; one that does not compile is null.
    private static IDetector?[] Compile(CaseFile file)
    {
        var plans = Enumerable.Range(0, file.Cases.Length).Select(place => TryPlan(file, place)).ToArray();
        var detectors = new Queue<IDetector>(Loaded.Detectors([.. plans.OfType<DetectionPlan>()]));
        return [.. plans.Select(plan => plan is null ? null : detectors.Dequeue())];
    }

    private static DetectionPlan? TryPlan(CaseFile file, int place) =>
        Emit.Searches.TryPlan(file.Cases[place].Search, $"Case {place}", lookups: LookupSchemas.Of(file.Lookups));

    private static DetectionPlan Plan(CaseFile file, int place) =>
        Emit.Searches.Plan(file.Cases[place].Search, $"Case {place}", lookups: LookupSchemas.Of(file.Lookups));

    private static string Written(ResultRow row)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            ResultWriter.WriteRow(json, row.Row);
        return Canonical(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    // Columns in order of name; a number in the form that doubles have.
    private static string Canonical(string row)
    {
        using var document = JsonDocument.Parse(row);
        return "{" + string.Join(", ", document.RootElement.EnumerateObject().OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => $"\"{column.Name}\": {Canonical(column.Value)}")) + "}";
    }

    private static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble().ToString("G12", System.Globalization.CultureInfo.InvariantCulture),
        JsonValueKind.Array => "[" + string.Join(", ", value.EnumerateArray().Select(Canonical)) + "]",
        _ => JsonSerializer.Serialize(value.GetString()),
    };
}
