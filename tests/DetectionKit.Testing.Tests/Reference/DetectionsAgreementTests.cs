using System.Runtime.CompilerServices;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Compiler.Tests.Reference;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Replay;
using DetectionKit.Testing.Rules;
using DetectionKit.Workspace;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Testing.Tests.Reference;

/// <summary>Every detection of this repository over every dataset: emitted code in the engine, and the reference evaluator on the plan.</summary>
public sealed class DetectionsAgreementTests
{
    private static readonly Lazy<CheckResult> Check = new(() => DetectionWorkspace.Open(new WorkspaceOptions(Root()) { UseCache = false }).Check([]));

    private static readonly DetectorHosts Hosts = new();

    public static IEnumerable<string> Paths => DatasetFinder.Find(Root(), []).Select(dataset => dataset.Path);

    [OneTimeTearDown]
    public void LetGo() => Hosts.Dispose();

    [TestCaseSource(nameof(Paths))]
    public void They_agree_on_every_detection(string path)
    {
        var dataset = DatasetFinder.Find(Root(), []).Single(dataset => string.Equals(dataset.Path, path, StringComparison.Ordinal));
        var events = new Events();
        foreach (var file in dataset.Files)
            new FileInputs().Read(new(file.FullPath, file.Path, file.SourceType, file.Source), events, CancellationToken.None);
        CheckedFile[] rules = [.. Check.Value.Runnable];
        var found = BothWays.Engine([.. rules.Select(rule => Hosts.Find(rule.Image!, rule.ClassName!))], events.All, Check.Value.Lookups.Value);
        var reference = new ReferenceRun(events.All, Check.Value.Lookups.Value);
        Assert.That(events.All, Is.Not.Empty);
        Assert.That(rules, Is.Not.Empty);
        for (var i = 0; i < rules.Length; i++)
            Assert.That(found[i].Select(BothWays.ByName), Is.EqualTo(BothWays.Reference(reference, rules[i].Plan!).Select(BothWays.ByName)), rules[i].Path);
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../.."));

    private sealed class Events : IEventSink
    {
        public List<object> All { get; } = [];

        public EventInterest Interest => EventInterest.All;

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : ModelEvent => All.Add(modelEvent);

        public void OnRaw(RawEvent rawEvent) => All.Add(rawEvent);
    }
}
