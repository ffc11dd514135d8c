using System.Collections.Immutable;
using DetectionKit.Testing.Datasets;
using DetectionKit.Testing.Judging;
using DetectionKit.Testing.Rules;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Tests.Judging;

public sealed class RuleJudgeTests
{
    private const string Row = """{"count":1}""";
    private static readonly Dataset Attack = Fakes.Attack("a");
    private static readonly Dataset Benign = Fakes.Benign("b");
    private static readonly Snapshot Reviewed = Snapshot.Empty.With(Attack.Path, [Row]);

    [Test]
    public void What_the_snapshot_says_passes() => Assert.That(Failures(Judge(Reviewed, Fakes.Rows((Attack, [Row]), (Benign, [])))), Is.Empty);

    [Test]
    public void A_new_row_fails_and_shows_its_difference()
    {
        var verdict = Judge(Reviewed, Fakes.Rows((Attack, [Row, """{"count":9}"""]), (Benign, [])));
        Assert.That(Failures(verdict), Is.EqualTo(["snapshot"]));
        Assert.That(verdict.Differs);
        Assert.That(verdict.Cases.Single(one => one.Outcome == Outcome.Failed).Differences, Has.Length.EqualTo(1));
    }

    [Test]
    public void Accept_takes_what_was_found()
    {
        var verdict = Judge(Snapshot.Empty, Fakes.Rows((Attack, [Row]), (Benign, [])), new Acceptance(true, false));
        Assert.That(Failures(verdict), Is.Empty);
        Assert.That(verdict.Accepted!.SameAs(Reviewed));
        Assert.That(verdict.Differs, Is.False);
    }

    [Test]
    public void A_row_on_benign_data_is_not_accepted_by_accept_alone()
    {
        var verdict = Judge(Snapshot.Empty, Fakes.Rows((Attack, [Row]), (Benign, [Row])), new Acceptance(true, false));
        Assert.That(Failures(verdict), Is.EqualTo(["benign", "snapshot"]));
        Assert.That(verdict.Accepted!.SameAs(Reviewed));
    }

    [TestCase(true, ExpectedResult = "")]
    [TestCase(false, ExpectedResult = "benign,snapshot")]
    public string Accept_benign_needs_documented_false_positives(bool documented) => string.Join(
        ',',
        Failures(Judge(Snapshot.Empty, Fakes.Rows((Attack, [Row]), (Benign, [Row])), new Acceptance(true, true), Fakes.Rule("r", documented))));

    [Test]
    public void Accepted_rows_on_benign_data_fail_once_the_documentation_is_gone()
    {
        var snapshot = Reviewed.With(Benign.Path, [Row]);
        var rows = Fakes.Rows((Attack, [Row]), (Benign, [Row]));
        Assert.That(Failures(Judge(snapshot, rows)), Is.Empty);
        Assert.That(Failures(Judge(snapshot, rows, rule: Fakes.Rule("r", falsePositives: false))), Is.EqualTo(["benign"]));
    }

    [Test]
    public void Rows_of_a_dataset_that_is_gone_are_stale()
    {
        var verdict = Judge(Reviewed.With("datasets/gone", [Row]), Fakes.Rows((Attack, [Row]), (Benign, [])));
        Assert.That(verdict.Cases.Single(one => one.Outcome == Outcome.Failed).Message, Does.Contain("datasets/gone"));
    }

    [Test]
    public void A_dataset_that_could_not_be_read_changes_no_snapshot()
    {
        var verdict = Judge(Reviewed, Fakes.Rows((Benign, [])), new Acceptance(true, false));
        Assert.That(verdict.Accepted, Is.Null);
        Assert.That(verdict.Differs, Is.False);
    }

    [TestCase("datasets/a/capture.pcap", ExpectedResult = Outcome.Passed)]
    [TestCase("datasets/b/capture.pcap", ExpectedResult = Outcome.Failed)]
    [TestCase("datasets/nowhere/capture.pcap", ExpectedResult = Outcome.Failed)]
    [TestCase("https://example.org/here.log", ExpectedResult = Outcome.Passed)]
    [TestCase("https://example.org/nothing.log", ExpectedResult = Outcome.Failed)]
    [TestCase("https://example.org/broken.log", ExpectedResult = Outcome.Failed)]
    [TestCase("https://example.org/elsewhere.log", ExpectedResult = Outcome.Skipped)]
    public Outcome A_test_must_find_a_row_in_its_data(string data)
    {
        var rule = Fakes.Rule("r", tests: new RuleTest("True Positive Test", 7, [new(data)]));
        var verdict = RuleJudge.Judge(
            rule, Reviewed, Fakes.Rows((Attack, [Row]), (Benign, [])), [Attack, Benign],
            Outcomes(rule.Tests[0], data), default);
        return verdict.Cases.Single(one => one.Name.StartsWith("test:", StringComparison.Ordinal)).Outcome;
    }

    private static Dictionary<RuleTest, AttackDataOutcome> Outcomes(RuleTest test, string data) => data switch
    {
        "https://example.org/here.log" => new() { [test] = new(2, [], null) },
        "https://example.org/nothing.log" => new() { [test] = new(0, [], null) },
        "https://example.org/broken.log" => new() { [test] = new(0, [], "it could not be read") },
        _ => [],
    };

    [Test]
    public void A_snapshot_that_is_not_one_fails_and_can_be_written_anew()
    {
        var rows = Fakes.Rows((Attack, [Row]), (Benign, []));
        Assert.That(Failures(Judge(null, rows)), Is.EqualTo(["snapshot"]));
        Assert.That(Judge(null, rows, new Acceptance(true, false)).Accepted!.SameAs(Reviewed));
    }

    private static Verdict Judge(Snapshot? expected, Dictionary<string, ImmutableArray<string>> rows, Acceptance acceptance = default, TestRule? rule = null) =>
        RuleJudge.Judge(rule ?? Fakes.Rule("r"), expected, rows, [Attack, Benign], ImmutableDictionary<RuleTest, AttackDataOutcome>.Empty, acceptance);

    private static IEnumerable<string> Failures(Verdict verdict) => verdict.Cases.Where(one => one.Outcome == Outcome.Failed).Select(one => one.Name);
}
