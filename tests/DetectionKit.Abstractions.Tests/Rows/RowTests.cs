using System.Globalization;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Tests.Rows;

public sealed class RowTests
{
    [Test]
    public void A_copy_is_independent_and_keeps_the_origin()
    {
        var row = new Row { Origin = new(new Timestamp(5), 1, 2, "key") };
        row["a"] = Value.Of(1);
        var copy = row.Copy();
        row["a"] = Value.Of(2);
        Assert.That(copy["a"], Is.EqualTo(Value.Of(1)));
        Assert.That(copy.Origin, Is.EqualTo(row.Origin));
    }

    [Test]
    public void An_absent_value_may_have_a_column()
    {
        var row = new Row();
        row["a"] = Value.Null;
        Assert.That((row.Has("a"), row.Has("A"), row["a"].IsNull), Is.EqualTo((true, false, true)));
    }

    [Test]
    public void Clearing_leaves_the_origin()
    {
        var row = new Row { Origin = new(null, 3, 4) };
        row.Append("a", Value.Of(1));
        row.Clear();
        Assert.That((row.Columns.Count, row.Origin.Input), Is.EqualTo((0, 3)));
    }

    [Test]
    public void A_wide_row_finds_its_columns_whatever_was_done_to_it()
    {
        var random = new Random(7);
        var row = new Row();
        var expected = new List<KeyValuePair<string, Value>>();
        for (var step = 0; step < 20_000; step++)
        {
            var (column, other) = (NameOf(random.Next(80)), NameOf(random.Next(80)));
            var at = expected.FindIndex(one => string.Equals(one.Key, column, StringComparison.Ordinal));
            Assert.That(row[column], Is.EqualTo(at < 0 ? Value.Null : expected[at].Value));
            switch (random.Next(40))
            {
                case 0:
                    row.Remove(column);
                    expected.RemoveAll(one => string.Equals(one.Key, column, StringComparison.Ordinal));
                    break;
                case 1 when at >= 0:
                    row.Rename(column, other);
                    expected[at] = new(other, expected[at].Value);
                    expected = [.. expected.Where((one, i) => i == at || !string.Equals(one.Key, other, StringComparison.Ordinal))];
                    break;
                case 2 when at >= 0:
                    row.RemoveAt(at);
                    expected.RemoveAt(at);
                    break;
                case 3 when random.Next(50) == 0:
                    row.Clear();
                    expected.Clear();
                    break;
                default:
                    row[column] = Value.Of(step);
                    if (at < 0)
                        expected.Add(new(column, Value.Of(step)));
                    else
                        expected[at] = new(column, Value.Of(step));
                    break;
            }

            Assert.That(row.Columns, Is.EqualTo(expected));
        }

        // A name anew each time: equal, not the same.
        static string NameOf(int number) => "column" + number.ToString(CultureInfo.InvariantCulture);
    }

    [TestCase(1, 9, 9, 2, 0, 0, -1, TestName = "Origins_compare_by_time_first")]
    [TestCase(1, 0, 9, 1, 1, 0, -1, TestName = "Origins_of_one_time_compare_by_input")]
    [TestCase(1, 1, 3, 1, 1, 2, 1, TestName = "Origins_of_one_input_compare_by_sequence")]
    [TestCase(1, 1, 3, 1, 1, 3, 0, TestName = "Origins_may_be_equal")]
    public void Origins(long timeA, int inputA, long sequenceA, long timeB, int inputB, long sequenceB, int expected) =>
        Assert.That(Math.Sign(RowOrigin.Compare(new(new Timestamp(timeA), inputA, sequenceA), new(new Timestamp(timeB), inputB, sequenceB))), Is.EqualTo(expected));

    [Test]
    public void Now_tells_its_watch_that_it_was_read()
    {
        var context = new RunContext(new Timestamp(7), TimeZoneInfo.Utc) { Watch = new() };
        Assert.That(context.Watch.WasRead, Is.False);
        Assert.That((context.Now.Nanoseconds, context.Watch.WasRead), Is.EqualTo((7L, true)));
    }
}
