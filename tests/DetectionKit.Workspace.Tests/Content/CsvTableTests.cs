using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Tests.Content;

public sealed class CsvTableTests
{
    [TestCase("a,b\n1,2\n3,4\n", "a|b", "1|2;3|4")]
    [TestCase("a,b\r\n\"x, y\",\"say \"\"no\"\"\"\r\n", "a|b", "x, y|say \"no\"")]
    [TestCase("\uFEFFa, b\n1\n1,2,3\n", "a|b", "1|;1|2")]
    [TestCase("a\n\n1\n", "a", "1")]
    [TestCase("a,b\n", "a|b", "")]
    public void Text_reads_as(string text, string columns, string rows)
    {
        var table = CsvTable.Read(text);
        Assert.That(table.Failure, Is.Null);
        Assert.That(string.Join('|', table.Columns), Is.EqualTo(columns));
        Assert.That(string.Join(';', table.Rows.Select(row => string.Join('|', row))), Is.EqualTo(rows));
    }

    [Test]
    public void An_empty_file_is_no_table()
    {
        Assert.That(CsvTable.Read("").Failure, Is.Not.Null);
    }
}
