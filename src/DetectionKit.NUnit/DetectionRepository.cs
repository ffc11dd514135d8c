using System.Collections.Immutable;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Replay;
using DetectionKit.Testing.Reports;
using DetectionKit.Testing.Sessions;

namespace DetectionKit.NUnit;

/// <summary>A repository's detections and datasets, run once. Reads files; writes none but caches under <c>.dk/</c> and received snapshots, as <c>dk test</c> does.</summary>
internal sealed class DetectionRepository
{
    private const string Snapshot = "snapshot";
    private readonly ILookup<string, TestCase> _cases;

    private DetectionRepository(TestReport report, ImmutableArray<Dataset> datasets)
    {
        _cases = report.Cases.ToLookup(one => one.File, StringComparer.Ordinal);
        Wholes = [.. report.Cases.Where(one => !IsDifference(one)).Select(one => (one.File, one.Subject, one.Name)).Distinct()];
        Pairs = [.. report.Cases.Where(one => one.Name is Snapshot).SelectMany(one => datasets, (one, dataset) => (one.File, one.Subject, dataset.Path))];
    }

    /// <summary>Each detection on each dataset.</summary>
    public ImmutableArray<(string File, string Name, string Dataset)> Pairs { get; }

    /// <summary>What is judged beside that.</summary>
    public ImmutableArray<(string File, string Subject, string Name)> Wholes { get; }

    /// <summary>Runs the repository around a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DirectoryNotFoundException">No folder above holds <c>detections</c> and <c>datasets</c>.</exception>
    public static DetectionRepository Around(string folder)
    {
        var root = new DirectoryInfo(folder);
        while (root is not null && !(Directory.Exists(Path.Combine(root.FullName, "detections")) && Directory.Exists(Path.Combine(root.FullName, "datasets"))))
            root = root.Parent;
        if (root is null)
            throw new DirectoryNotFoundException($"no folder above {folder} holds detections/ and datasets/");
        using var session = new TestSession(new SessionOptions(root.FullName), new FileInputs());
        return new(session.Run(progress: null, CancellationToken.None).Report, DatasetFinder.Find(root.FullName, []));
    }

    /// <summary>How what a detection finds on a dataset differs from its snapshot, for people; null: it does not.</summary>
    public string? Difference(string file, string dataset)
    {
        var rows = _cases[file].Where(one => one.Name is Snapshot).SelectMany(one => one.Differences).Where(row => string.Equals(row.Dataset, dataset, StringComparison.Ordinal)).ToImmutableArray();
        return rows.IsEmpty ? null : $"what it finds is not what its snapshot says\n{DiffTable.Render(rows, color: false, "  ")}";
    }

    /// <summary>What was judged under a name.</summary>
    public IEnumerable<TestCase> CasesOf(string file, string name) => _cases[file].Where(one => string.Equals(one.Name, name, StringComparison.Ordinal));

    private static bool IsDifference(TestCase one) => one.Name is Snapshot && !one.Differences.IsEmpty;
}
