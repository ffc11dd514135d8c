using DetectionKit.Testing.Bench;
using DetectionKit.Testing.Caching;

namespace DetectionKit.Testing.Tests.Bench;

public sealed class TestBenchTests
{
    private string _folder = "";

    [SetUp]
    public void MakeData()
    {
        _folder = Directory.CreateTempSubdirectory("dk-bench-").FullName;
        File.WriteAllText(Path.Combine(_folder, "a"), "one");
        File.WriteAllText(Path.Combine(_folder, "b"), "two");
    }

    [TearDown]
    public void RemoveData() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Every_rule_runs_on_every_dataset()
    {
        var run = new TestBench(Finds(out _), new NoCache()).Run([Fakes.Rule("r"), Fakes.Rule("s")], [Fakes.Attack("a", _folder), Fakes.Benign("b", _folder)], null, default);
        Assert.That(run.Rows.SelectMany(dataset => dataset.Value.Values.SelectMany(rows => rows)).Order(StringComparer.Ordinal), Is.EqualTo(["a r", "a s", "b r", "b s"]));
    }

    [Test]
    public void What_is_remembered_is_not_run_again_until_a_rule_or_the_data_changes()
    {
        var cache = new ResultCache(Path.Combine(_folder, "cache"), "engine-1");
        var bench = new TestBench(Finds(out var replayer), cache);
        var dataset = Fakes.Attack("a", _folder);
        bench.Run([Fakes.Rule("r")], [dataset], null, default);
        bench.Run([Fakes.Rule("r")], [dataset], null, default);
        Assert.That(replayer.Replays, Is.EqualTo(1));
        bench.Run([Fakes.Rule("r", key: "r changed")], [dataset], null, default);
        Assert.That(replayer.Replays, Is.EqualTo(2));
        File.WriteAllText(Path.Combine(_folder, "a"), "other");
        bench.Run([Fakes.Rule("r")], [dataset], null, default);
        Assert.That(replayer.Replays, Is.EqualTo(3));
        new TestBench(replayer, new ResultCache(Path.Combine(_folder, "cache"), "engine-2")).Run([Fakes.Rule("r")], [dataset], null, default);
        Assert.That(replayer.Replays, Is.EqualTo(4));
    }

    [Test]
    public void A_damaged_cache_is_a_miss()
    {
        var folder = Path.Combine(_folder, "cache");
        var dataset = Fakes.Attack("a", _folder);
        var bench = new TestBench(Finds(out var replayer), new ResultCache(folder, "e"));
        bench.Run([Fakes.Rule("r")], [dataset], null, default);
        var file = Directory.GetFiles(folder).Single();
        foreach (var damage in new Func<string, string>[] { text => text[..^10], text => text.Replace("a r", "b r", StringComparison.Ordinal), _ => "", text => text + text })
        {
            var before = replayer.Replays;
            File.WriteAllText(file, damage(File.ReadAllText(file)));
            var run = bench.Run([Fakes.Rule("r")], [dataset], null, default);
            Assert.That(replayer.Replays, Is.EqualTo(before + 1));
            Assert.That(run.Rows[dataset.Path]["r"], Is.EqualTo(["a r"]));
        }
    }

    [Test]
    public void Data_that_is_missing_or_not_what_was_recorded_is_a_problem_of_its_own()
    {
        var missing = Fakes.Attack("c", _folder);
        var other = Fakes.Attack("a", _folder) with { Files = [new("datasets/a/x", Path.Combine(_folder, "a"), new string('0', 64), null)] };
        var run = new TestBench(Finds(out _), new NoCache()).Run([Fakes.Rule("r")], [missing, other], null, default);
        Assert.That(run.Rows, Is.Empty);
        Assert.That(run.Problems.Select(problem => problem.Message), Has.Exactly(1).Contains("not here").And.Exactly(1).Contains("sha256"));
    }

    private static FakeReplayer Finds(out FakeReplayer replayer) => replayer = new((dataset, rule) => [$"{dataset.Name} {rule.Name}"]);
}
