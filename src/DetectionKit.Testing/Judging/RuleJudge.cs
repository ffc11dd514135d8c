using System.Collections.Immutable;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Rules;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Judging;

/// <summary>Holds what one rule found against its snapshot, its tests, and the benign datasets. Pure.</summary>
public static class RuleJudge
{
    /// <summary>Judges one rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="expected">Its snapshot; null: the file is no snapshot.</param>
    /// <param name="rows">What it found, by dataset path; datasets that could not be read are missing.</param>
    /// <param name="datasets">All datasets.</param>
    /// <param name="attackData">What its tests gave whose data is named by URL; missing: nothing says where the data is.</param>
    /// <param name="acceptance">What the user takes as right.</param>
    public static Verdict Judge(
        TestRule rule,
        Snapshot? expected,
        IReadOnlyDictionary<string, ImmutableArray<string>> rows,
        ImmutableArray<Dataset> datasets,
        IReadOnlyDictionary<RuleTest, AttackDataOutcome> attackData,
        Acceptance acceptance)
    {
        var before = expected ?? Snapshot.Empty;
        var found = FoundOf(before, rows, datasets);
        var cases = ImmutableArray.CreateBuilder<TestCase>();
        var next = acceptance.Snapshots || acceptance.Benign ? Accept(rule, before, found, datasets, acceptance) : before;
        cases.AddRange(JudgeBenign(rule, next, found, datasets, acceptance));
        cases.Add(JudgeSnapshot(rule, expected is null && !acceptance.Snapshots, next, found, datasets));
        foreach (var test in rule.Tests)
            cases.Add(JudgeTest(rule, test, rows, datasets, attackData));
        var changed = expected is null || !next.SameAs(before);
        return new Verdict(cases.ToImmutable(), found, changed && (acceptance.Snapshots || acceptance.Benign) ? next : null, !found.SameAs(next));
    }

    // What a dataset that could not be read would have given is not known: the snapshot's word stands, and the dataset fails by itself.
    private static Snapshot FoundOf(Snapshot before, IReadOnlyDictionary<string, ImmutableArray<string>> rows, ImmutableArray<Dataset> datasets)
    {
        var found = Snapshot.Empty;
        foreach (var dataset in datasets)
            found = found.With(dataset.Path, rows.TryGetValue(dataset.Path, out var known) ? known : before.RowsOf(dataset.Path));
        return found;
    }

    private static Snapshot Accept(TestRule rule, Snapshot before, Snapshot found, ImmutableArray<Dataset> datasets, Acceptance acceptance)
    {
        var next = acceptance.Snapshots ? found : before;
        foreach (var dataset in datasets.Where(dataset => dataset.Kind == DatasetKind.Benign))
        {
            var allowed = acceptance.Benign && rule.HasFalsePositives;
            next = next.With(dataset.Path, allowed || NewRows(before, found, dataset.Path).IsEmpty ? found.RowsOf(dataset.Path) : before.RowsOf(dataset.Path));
        }

        return next;
    }

    private static IEnumerable<TestCase> JudgeBenign(TestRule rule, Snapshot next, Snapshot found, ImmutableArray<Dataset> datasets, Acceptance acceptance)
    {
        var benign = datasets.Where(dataset => dataset.Kind == DatasetKind.Benign).Select(dataset => dataset.Path).ToImmutableArray();
        if (benign.IsEmpty)
            yield break;
        var surprises = benign.Where(path => !NewRows(next, found, path).IsEmpty).ToImmutableArray();
        var accepted = benign.Where(path => !next.RowsOf(path).IsEmpty).ToImmutableArray();
        if (!surprises.IsEmpty && acceptance.Benign)
            yield return TestCase.Fail(rule.File, 0, rule.Name, "benign", "rows on benign datasets are accepted only for a rule whose known_false_positives says when it fires in error");
        else if (!surprises.IsEmpty)
            yield return TestCase.Fail(rule.File, 0, rule.Name, "benign", $"fires on benign data: {string.Join(", ", surprises)} (a mistake in the rule, or --accept-benign)");
        else if (!accepted.IsEmpty && !rule.HasFalsePositives)
            yield return TestCase.Fail(rule.File, 0, rule.Name, "benign", "its snapshot has rows on benign data, but known_false_positives is empty");
        else
            yield return TestCase.Pass(rule.File, rule.Name, "benign");
    }

    private static TestCase JudgeSnapshot(TestRule rule, bool unreadable, Snapshot next, Snapshot found, ImmutableArray<Dataset> datasets)
    {
        if (unreadable)
            return TestCase.Fail(SnapshotStore.VerifiedOf(rule.File), 0, rule.Name, "snapshot", "the snapshot is not a JSON object of arrays of rows (`dk test --accept` writes it anew)");
        var stale = next.Datasets.Keys.Where(path => !datasets.Any(dataset => string.Equals(dataset.Path, path, StringComparison.Ordinal))).ToImmutableArray();
        if (found.SameAs(next))
            return TestCase.Pass(rule.File, rule.Name, "snapshot");
        var message = stale.IsEmpty
            ? "what it finds is not what its snapshot says"
            : $"its snapshot has rows of datasets that are not here: {string.Join(", ", stale)}";
        return TestCase.Fail(rule.File, 0, rule.Name, "snapshot", message, SnapshotDiff.Of(next, found));
    }

    private static TestCase JudgeTest(
        TestRule rule, RuleTest test, IReadOnlyDictionary<string, ImmutableArray<string>> rows, ImmutableArray<Dataset> datasets, IReadOnlyDictionary<RuleTest, AttackDataOutcome> attackData)
    {
        var name = $"test: {test.Name}";
        var remote = attackData.GetValueOrDefault(test) ?? AttackDataOutcome.NotHere(test);
        if (remote.Rows > 0)
            return TestCase.Pass(rule.File, rule.Name, name);
        foreach (var data in test.Data.Select(data => data.Data).Where(data => !AttackData.IsUrl(data)))
        {
            var dataset = datasets.FirstOrDefault(dataset => dataset.Files.Any(file => string.Equals(file.Path, data, StringComparison.Ordinal)) || string.Equals(dataset.Path, data, StringComparison.Ordinal));
            if (dataset is null)
                return TestCase.Fail(rule.File, test.Line, rule.Name, name, $"{data} is the data of no dataset here");
            if (!rows.TryGetValue(dataset.Path, out var found))
                return TestCase.Fail(rule.File, test.Line, rule.Name, name, $"{data} could not be read");
            if (!found.IsEmpty)
                return TestCase.Pass(rule.File, rule.Name, name);
        }

        if (remote.Problem is { } problem)
            return TestCase.Fail(rule.File, test.Line, rule.Name, name, problem);
        if (!remote.Missing.IsEmpty)
            return TestCase.Skip(rule.File, test.Line, rule.Name, name, $"skipped: data not here: {string.Join(", ", remote.Missing)}");
        return TestCase.Fail(rule.File, test.Line, rule.Name, name, $"finds nothing in {string.Join(", ", test.Data.Select(data => data.Data))}");
    }

    private static ImmutableArray<string> NewRows(Snapshot before, Snapshot found, string dataset) =>
        [.. found.RowsOf(dataset).Except(before.RowsOf(dataset), StringComparer.Ordinal)];
}
