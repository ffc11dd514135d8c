using System.Text.Json;
using DetectionKit.Abstractions.Values;
using DetectionKit.Bundles;
using DetectionKit.Engine.Live;
using DetectionKit.Sensor.Alerts;
using DetectionKit.Sensor.Delivery.Journal;
using DetectionKit.Sensor.Delivery.Spooling;
using DetectionKit.Sensor.Inputs.Following;
using DetectionKit.Sensor.Observing;

namespace DetectionKit.Sensor.Tests.Delivery;

public sealed class AlertJournalTests
{
    private static readonly BundleThrottling Hourly = new(["src_ip"], 3600);
    private string _path = "";
    private StringWriter _log = new();

    [SetUp]
    public void MakeFolder()
    {
        _path = Path.Combine(Directory.CreateTempSubdirectory("dk-journal-").FullName, "alerts.journal");
        _log = new();
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Test]
    public void An_alert_that_was_open_is_there_after_a_crash_as_it_was_given_last()
    {
        var given = Some.Alert("a", revision: 1);
        using (var journal = Open())
            journal.Accept([given, Some.Alert("b", state: LiveRowState.Final)]);
        using var again = Open();
        var alert = again.Open.Single();
        Assert.That(Some.Text("native", alert with { Detection = given.Detection }), Is.EqualTo(Some.Text("native", given)));
        Assert.That(again.Revisions, Is.EquivalentTo(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 1, ["b"] = 1 }));
    }

    [Test]
    public void How_far_logs_were_read_is_there_after_a_crash_and_after_the_file_was_written_anew()
    {
        var positions = new LogPositions([new("/var/log/a", new(new(1, 2, 0, ""), 100), [])], 7, null);
        using (var journal = Open())
        {
            journal.Positions = positions;
            journal.WritePositions();
            for (var i = 0; i < 3000; i++)
                journal.Accept([Some.Alert("a", revision: i + 1)]);
        }

        using var again = Open();
        Assert.That(again.Positions.Encode(), Is.EqualTo(positions.Encode()));
    }

    [Test]
    public void An_alert_that_was_cut_off_is_so_when_it_is_offered_again()
    {
        using (var journal = Open())
            journal.Accept([Some.Alert("a", state: LiveRowState.Final) with { IsInterrupted = true }]);
        using var again = Open();
        Assert.That(again.Unsettled.Single().IsInterrupted, Is.True);
    }

    [Test]
    public void A_final_revision_ends_it()
    {
        using (var journal = Open())
        {
            journal.Accept([Some.Alert("a")]);
            journal.Accept([Some.Alert("a", revision: 2, state: LiveRowState.Final), Some.Alert("b")]);
            journal.Accept([Some.Alert("b", revision: 2, state: LiveRowState.Withdrawn)]);
        }

        using var again = Open();
        Assert.That(again.Open, Is.Empty);
        Assert.That(again.Revisions.Values, Is.EqualTo([2, 2]));
    }

    [Test]
    public void Throttling_goes_on_behind_a_crash()
    {
        var suppressor = new Suppressor();
        using (var journal = Open(suppressor))
            journal.Accept([suppressor.Pass(Some.Alert("a", 0, throttling: Hourly))!]);
        var next = new Suppressor();
        Open(next).Dispose();
        Assert.That(next.Pass(Some.Alert("b", 3599, throttling: Hourly)), Is.Null);
        Assert.That(next.Pass(Some.Alert("a", 3, revision: 2, throttling: Hourly)), Is.Not.Null);
        Assert.That(next.Pass(Some.Alert("c", 3600, throttling: Hourly)), Is.Not.Null);
    }

    [Test]
    public void What_was_about_to_be_accepted_is_the_last_batch_alone_and_nothing_behind_an_end()
    {
        using (var journal = Open())
        {
            journal.Accept([Some.Alert("a"), Some.Alert("b", state: LiveRowState.Final)]);
            journal.Accept([Some.Alert("c"), Some.Alert("d", state: LiveRowState.Final)]);
        }

        using (var crashed = Open())
        {
            Assert.That(crashed.Unsettled.Select(alert => (alert.Id, alert.Sequence)), Is.EqualTo([("c", 3L), ("d", 4L)]));
            crashed.End();
        }

        using var ended = Open();
        Assert.That(ended.Unsettled, Is.Empty);
    }

    [Test]
    public void Numbers_grow_from_process_to_process()
    {
        using (var journal = Open())
            journal.Accept([Some.Alert("a")]);
        using var again = Open();
        again.NumberFrom(7);
        Assert.That(again.Accept([Some.Alert("b"), Some.Alert("c")]).Select(alert => alert.Sequence), Is.EqualTo([8, 9]));
    }

    [Test]
    public void However_often_it_is_written_whole_anew_it_says_the_same([Values(1, 50)] int reopen)
    {
        var suppressor = new Suppressor();
        var journal = Open(suppressor);
        for (var i = 0; i < 4000; i++)
        {
            journal.Accept([suppressor.Pass(Some.Alert($"{i % 100}", i, revision: 1 + (i / 100), state: i % 100 < 3 ? LiveRowState.Open : LiveRowState.Final, source: $"10.0.0.{i % 100}", throttling: new(["src_ip"], 100_000)))!]);
            if (i % (4000 / reopen) != 0)
                continue;
            journal.Dispose();
            journal = Open(suppressor = new());
        }

        journal.Dispose();
        Assert.That(new FileInfo(_path).Length, Is.LessThan(2 << 20));
        using var again = Open(suppressor = new());
        Assert.That(again.Revisions, Is.EquivalentTo(Enumerable.Range(0, 100).ToDictionary(i => $"{i}", _ => 40, StringComparer.Ordinal)));
        Assert.That(again.Open.Select(alert => alert.Id), Is.EquivalentTo(["0", "1", "2"]));
        Assert.That(suppressor.Remembered, Has.Count.EqualTo(100));
    }

    [Test]
    public void Alerts_of_windows_that_are_over_are_forgotten_and_open_ones_are_not()
    {
        using (var journal = Open())
        {
            journal.Accept([In(100, Some.Alert("closed", state: LiveRowState.Final)), In(100, Some.Alert("open"))]);
            journal.Accept([In(200, Some.Alert("next"))]);
        }

        using var again = Open();
        Assert.That(again.Revisions.Keys, Is.EquivalentTo(["open", "next"]));
    }

    [TestCase("")]
    [TestCase("not a journal")]
    [TestCase("{\"format\":\"dk-sensor alerts\",\"version\":1}")]
    public void What_is_no_journal_is_not_used_and_the_log_says_so(string content)
    {
        File.WriteAllText(_path, content);
        using (var journal = Open())
        {
            Assert.That(journal.Revisions, Is.Empty);
            Assert.That(_log.ToString(), Does.Contain("is not used: it is no journal of this version"));
            journal.Accept([Some.Alert("a")]);
        }

        using var again = Open();
        Assert.That(again.Revisions, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_journal_of_another_version_is_not_used()
    {
        using (var journal = Open())
            journal.Accept([Some.Alert("a")]);
        Frame(_path, [JsonSerializer.SerializeToUtf8Bytes(new { format = "dk-sensor alerts", version = 2 }), .. SegmentReader.All(_path).Skip(1).Select(record => record.Payload)]);
        using var again = Open();
        Assert.That(again.Revisions, Is.Empty);
        Assert.That(_log.ToString(), Does.Contain("no journal of this version"));
    }

    [Test]
    public void Damage_and_records_of_another_shape_cost_themselves_alone()
    {
        using (var journal = Open())
        {
            foreach (var id in new[] { "a", "b", "c" })
                journal.Accept([Some.Alert(id)]);
        }

        var records = SegmentReader.All(_path).Select(record => record.Payload).ToList();
        Frame(_path, [records[0], records[1], "{\"alert_id\":5}"u8.ToArray(), "{\"alert_id\":\"x\",\"state\":1}"u8.ToArray(), "[]"u8.ToArray(), "7"u8.ToArray(), "{"u8.ToArray(), records[^1]]);
        var bytes = File.ReadAllBytes(_path).ToList();
        bytes.InsertRange(bytes.Count - SegmentFormat.HeaderBytes - records[^1].Length, new byte[100]);
        bytes.AddRange(new byte[9]);
        File.WriteAllBytes(_path, [.. bytes]);
        using var again = Open();
        Assert.That(again.Revisions.Keys, Is.EquivalentTo(["a", "c"]));
        Assert.That(_log.ToString(), Does.Contain("109 bytes of ").And.Contain("a record is passed over"));
    }

    [Test]
    public void A_disk_that_takes_nothing_is_told_once_and_counted()
    {
        using var journal = Open();
        Directory.CreateDirectory(_path + ".new");
        journal.Accept([Some.Alert("a")]);
        journal.Accept([Some.Alert("b")]);
        Assert.That(journal.Failures, Is.EqualTo(2));
        Assert.That(_log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
        Directory.Delete(_path + ".new");
    }

    private static Alert In(long window, Alert alert) => alert with { Live = alert.Live with { WindowStart = new Timestamp(window) } };

    private static void Frame(string path, IEnumerable<byte[]> payloads)
    {
        using var file = File.Create(path);
        foreach (var payload in payloads)
        {
            var header = new byte[SegmentFormat.HeaderBytes];
            SegmentFormat.WriteHeader(header, 1, payload);
            file.Write(header);
            file.Write(payload);
        }
    }

    private AlertJournal Open(Suppressor? suppressor = null) => new(_path, SpoolSync.Never, suppressor ?? new(), new SensorLog(_log, journal: false));
}
