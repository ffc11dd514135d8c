using DetectionKit.Abstractions.Stages;
using DetectionKit.Engine.Conversions;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Stages;

/// <summary>Search Reference: convert.</summary>
public sealed class ConvertStageTests
{
    [TestCase("ctime(a)", "a=1741794387", "a=03/12/2025%15:46:27", TestName = "Convert_ctime_writes_a_time")]
    [TestCase("ctime(a)", "a=x", "a=x", TestName = "Convert_ctime_leaves_what_is_no_time")]
    [TestCase("ctime(a)", "b=1", "b=1", TestName = "Convert_ctime_of_an_absent_field_does_nothing")]
    [TestCase("ctime(a)>b", "a=0", "a=0 b=01/01/1970%00:00:00", TestName = "Convert_as_leaves_the_field")]
    [TestCase("ctime(a)", "a=0 a=1", "a=01/01/1970%00:00:00 a=01/01/1970%00:00:01", TestName = "Convert_takes_every_item_of_a_multivalue")]
    [TestCase("mktime(a)", "a=03/12/2025%15:46:27", "a=1741794387", TestName = "Convert_mktime_reads_a_time")]
    [TestCase("mktime(a)", "a=x b=1", "b=1", TestName = "Convert_mktime_takes_away_what_is_no_time")]
    [TestCase("dur2sec(a)", "a=1+02:03:04", "a=93784", TestName = "Convert_dur2sec_reads_days")]
    [TestCase("dur2sec(a)", "a=02:03:04", "a=7384", TestName = "Convert_dur2sec_reads_hours")]
    [TestCase("dur2sec(a)", "a=03:99 b=1", "b=1", TestName = "Convert_dur2sec_takes_away_what_is_no_duration")]
    [TestCase("mstime(a)", "a=02:03.5", "a=123.5", TestName = "Convert_mstime_reads_minutes_and_seconds")]
    [TestCase("memk(a)", "a=2g", "a=2097152", TestName = "Convert_memk_reads_gigabytes")]
    [TestCase("memk(a)", "a=1.5m", "a=1536", TestName = "Convert_memk_reads_megabytes")]
    [TestCase("memk(a)", "a=7", "a=7", TestName = "Convert_memk_reads_kilobytes")]
    [TestCase("rmcomma(a)", "a=1,234,567", "a=1234567", TestName = "Convert_rmcomma_removes_commas")]
    [TestCase("rmunit(a)", "a=2.5ms", "a=2.5", TestName = "Convert_rmunit_removes_what_follows_the_number")]
    [TestCase("rmunit(a)", "a=ms b=1", "b=1", TestName = "Convert_rmunit_takes_away_what_begins_with_no_number")]
    [TestCase("num(a)", "a=x;a='5'", ";a=5", TestName = "Convert_num_takes_away_what_is_no_number")]
    [TestCase("auto(a)", "a=x;a=1,000", "a=x;a=1,000", TestName = "Convert_auto_leaves_a_field_of_which_one_value_does_not_convert")]
    [TestCase("auto(*)", "a=1,000 b=x;a=2 b=3", "a=1000 b=x;a=2 b=3", TestName = "Convert_auto_judges_each_field")]
    [TestCase("rmcomma(*);none(b)", "a=1,0 b=1,0", "a=10 b=1,0", TestName = "Convert_none_keeps_a_field_from_patterns")]
    public void Converts(string conversions, string rows, string expected)
    {
        var spec = new ConvertSpec("%m/%d/%Y %H:%M:%S", [.. conversions.Split(';').Select(Read)]);
        Assert.That(string.Join(';', Some.Run(spec, rows.Split(';'))), Is.EqualTo(expected));
    }

    [Test]
    public void Every_function_of_the_contract_is_there() =>
        Assert.That(
            ConversionCatalogue.All.Keys.Order(StringComparer.Ordinal),
            Is.EqualTo(["auto", "ctime", "dur2sec", "memk", "mktime", "mstime", "none", "num", "rmcomma", "rmunit"]));

    private static Conversion Read(string text)
    {
        var parts = text.Split('(', ')', '>');
        return new(parts[0], parts[1], parts.Length > 3 ? parts[3] : null);
    }
}
