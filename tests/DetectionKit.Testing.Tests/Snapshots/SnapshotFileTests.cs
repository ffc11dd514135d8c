using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Testing.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Testing.Tests.Snapshots;

public sealed class SnapshotFileTests
{
    [Test]
    public void A_snapshot_is_one_object_with_one_row_a_line()
    {
        var row = new Row { ["src_ip"] = Value.Of("10.0.0.1"), ["count"] = Value.Of(3L), ["firstTime"] = Value.Of(1.5), ["gone"] = Value.Null };
        row["app"] = Value.OfMany([Value.Of("http"), Value.Of("größe \"q\"")]);
        var snapshot = Snapshot.Empty
            .With("datasets/b", [RowJson.ToLine(row), """{"count":1}"""])
            .With("datasets/a", ["""{"count":2}"""]);
        Assert.That(SnapshotFile.Write(snapshot), Is.EqualTo(
            """
            {
              "datasets/a": [
                {"count":2}
              ],
              "datasets/b": [
                {"src_ip":"10.0.0.1","count":3,"firstTime":1.5,"app":["http","größe \"q\""]},
                {"count":1}
              ]
            }

            """));
    }

    [Test]
    public void An_empty_snapshot_is_an_empty_object() => Assert.That(SnapshotFile.Write(Snapshot.Empty), Is.EqualTo("{}\n"));

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{\"a\": 1}")]
    [TestCase("{\"a\": [1]}")]
    [TestCase("{\"a\": [{}]")]
    [TestCase("{\"a\": [{\"b\": \"\\ud800\"}]}")]
    public void What_is_no_snapshot_is_not_read(string text) => Assert.That(SnapshotFile.TryRead(text), Is.Null);

    [Test]
    public void Layout_does_not_matter_when_reading()
    {
        var read = SnapshotFile.TryRead("""{ "d" : [ { "a" : 1.0 , "b":[ "x" ] } ] }""");
        Assert.That(read!.RowsOf("d"), Is.EqualTo(["""{"a":1.0,"b":["x"]}"""]));
    }

    [Test]
    public void What_is_written_reads_back()
    {
        var values = Gen.OneOf(
            Gen.Choose(-1_000_000, 1_000_000).Select(n => Value.Of((long)n)),
            ArbMap.Default.GeneratorFor<double>().Select(Value.Of),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => Value.Of(WellFormed(text.Get))));
        var rows = Gen.ArrayOf(values).Select(cells =>
        {
            var row = new Row();
            for (var i = 0; i < cells.Length; i++)
                row[$"c{i}"] = cells[i];
            return RowJson.ToLine(row);
        });
        Prop.ForAll(Gen.NonEmptyListOf(rows).ToArbitrary(), lines =>
        {
            var snapshot = Snapshot.Empty.With("datasets/x", [.. lines]);
            return SnapshotFile.TryRead(SnapshotFile.Write(snapshot)) is { } read && read.SameAs(snapshot);
        }).QuickCheckThrowOnFailure();
    }

    // A lone surrogate has no UTF-8 form and is written as U+FFFD.
    private static string WellFormed(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);
}
