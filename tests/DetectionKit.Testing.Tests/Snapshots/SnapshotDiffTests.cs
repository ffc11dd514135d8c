using System.Collections.Immutable;
using DetectionKit.Testing.Reports;
using DetectionKit.Testing.Snapshots;

namespace DetectionKit.Testing.Tests.Snapshots;

public sealed class SnapshotDiffTests
{
    private const string Http = """{"src":"10.0.0.1","dest":"203.0.113.5","app":"http","count":1}""";
    private const string Http2 = """{"src":"10.0.0.1","dest":"203.0.113.5","app":"http","count":2}""";
    private const string Ssh = """{"src":"10.0.0.9","dest":"203.0.113.7","app":"ssh","count":4}""";

    [Test]
    public void Equal_snapshots_do_not_differ() => Assert.That(Diff([Http, Ssh], [Http, Ssh]), Is.Empty);

    [Test]
    public void A_row_that_keeps_most_of_its_cells_is_changed_not_replaced()
    {
        var difference = Diff([Http], [Http2]).Single();
        Assert.That(difference.Kind, Is.EqualTo(DifferenceKind.Changed));
        Assert.That(difference.Cells.Where(cell => !cell.IsSame), Is.EqualTo([new CellDifference("count", "1", "2")]));
    }

    [Test]
    public void Rows_with_little_in_common_are_removed_and_added() =>
        Assert.That(Diff([Http], [Ssh]).Select(row => row.Kind), Is.EqualTo([DifferenceKind.Removed, DifferenceKind.Added]));

    [Test]
    public void A_repeated_row_counts() => Assert.That(Diff([Http], [Http, Http]).Single().Kind, Is.EqualTo(DifferenceKind.Added));

    [Test]
    public void Another_order_is_a_difference() => Assert.That(Diff([Http, Ssh], [Ssh, Http]).Select(row => row.Kind), Is.All.EqualTo(DifferenceKind.Moved));

    [Test]
    public void The_table_marks_rows_and_changed_cells() => Assert.That(DiffTable.Render(Diff([Http], [Http2, Ssh])), Is.EqualTo(
        """
        datasets/x: 1 not in the snapshot, 1 changed
             src       dest         app   count
          ~  10.0.0.1  203.0.113.5  http  1 → 2
          +  10.0.0.9  203.0.113.7  ssh   4

        """));

    [Test]
    public void A_large_difference_is_cut_in_the_table()
    {
        var rows = Enumerable.Range(0, 5000).Select(i => $$"""{"n":{{i}}}""");
        var table = DiffTable.Render(Diff([], [.. rows]));
        Assert.That(table.Split('\n'), Has.Length.LessThan(60));
        Assert.That(table, Does.Contain("more rows"));
    }

    private static ImmutableArray<RowDifference> Diff(ImmutableArray<string> expected, ImmutableArray<string> found) =>
        SnapshotDiff.Of(Snapshot.Empty.With("datasets/x", expected), Snapshot.Empty.With("datasets/x", found));
}
