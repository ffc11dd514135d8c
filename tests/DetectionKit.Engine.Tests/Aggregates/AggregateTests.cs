using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Aggregates;
using DetectionKit.Engine.Running;
using DetectionKit.Engine.Tests.Support;

namespace DetectionKit.Engine.Tests.Aggregates;

/// <summary>Pages are those of Splunk's Search Reference.</summary>
public sealed class AggregateTests
{
    // Aggregate functions: count
    [TestCase("count", "x=1;x=1;y=2", "2", TestName = "Count_counts_rows_that_have_the_field")]
    [TestCase("count", "x=1 x=1 x=2", "3", TestName = "Count_counts_every_item_of_a_multivalue")]
    // Aggregate functions: distinct_count
    [TestCase("dc", "x=a;x=A;x=a;x=b", "3", TestName = "Distinct_count_minds_case")]
    [TestCase("dc", "x=1;x='1';x='01'", "2", TestName = "Distinct_count_takes_values_as_text")]
    [TestCase("dc", "y=1", "0", TestName = "Distinct_count_of_nothing_is_zero")]
    [TestCase("estdc", "x=a;x=b", "2", TestName = "Estimated_distinct_count_is_exact")]
    // Aggregate functions: sum, avg
    [TestCase("sum", "x=1;x='2';x=tcp;y=9", "3", TestName = "Sum_passes_over_what_is_no_number")]
    [TestCase("sum", "x=0.1;x=0.2;x=0.3", "0.6", TestName = "Sum_rounds_once")]
    [TestCase("sum", "x=9223372036854775807;x=1;x=-1", "9223372036854775807", TestName = "Sum_of_whole_numbers_does_not_overflow_on_the_way")]
    [TestCase("sum", "x=a", "", TestName = "Sum_of_no_number_is_absent")]
    [TestCase("avg", "x=1;x=2;x=a", "1.5", TestName = "Average_passes_over_what_is_no_number")]
    [TestCase("avg", "x=1 x=2;x=6", "3", TestName = "Average_takes_every_item_of_a_multivalue")]
    [TestCase("mean", "x=1;x=2", "1.5", TestName = "Mean_is_average")]
    [TestCase("sumsq", "x=3;x=4", "25", TestName = "Sum_of_squares")]
    // Aggregate functions: min, max
    [TestCase("min", "x=10;x=9", "9", TestName = "Minimum_compares_numbers_as_numbers")]
    [TestCase("max", "x='10';x='9'", "10", TestName = "Maximum_compares_text_that_spells_numbers_as_numbers")]
    [TestCase("min", "x=b;x=B;x=a", "B", TestName = "Minimum_of_texts_is_lexicographic")]
    [TestCase("max", "x=5;x=abc", "abc", TestName = "Maximum_puts_text_after_numbers")]
    [TestCase("range", "x=3;x=10;x=a", "7", TestName = "Range_is_largest_less_smallest")]
    // Multivalue stats functions: values, list
    [TestCase("values", "x=b;x=a;x=b", "a b", TestName = "Values_are_distinct_and_sorted")]
    [TestCase("values", "x=9;x=10;x=1", "1 10 9", TestName = "Values_are_sorted_as_text")]
    [TestCase("values", "x=a;x=B;x=_", "B _ a", TestName = "Values_put_capitals_before_small_letters")]
    [TestCase("list", "x=b;x=a;x=b;y=1", "b a b", TestName = "List_keeps_order_and_duplicates")]
    // Event order functions: first, last
    [TestCase("first", "y=0;x=b;x=a", "b", TestName = "First_is_the_first_that_comes_with_a_value")]
    [TestCase("last", "x=b;x=a;y=0", "a", TestName = "Last_is_the_last_that_comes_with_a_value")]
    // Time functions: earliest, latest, earliest_time, latest_time, rate
    [TestCase("earliest", "_time=20 x=b;_time=10 x=a;_time=5 y=1", "a", TestName = "Earliest_goes_by_time_not_by_order")]
    [TestCase("latest", "_time=10 x=a;_time=20 x=b;_time=5 x=c", "b", TestName = "Latest_goes_by_time_not_by_order")]
    [TestCase("earliest_time", "_time=20 x=b;_time=10 x=a;_time=5 y=1", "10", TestName = "Earliest_time_is_when_the_field_was_first_there")]
    [TestCase("latest_time", "_time=20.5 x=b;_time=10 x=a;_time=90 y=1", "20.5", TestName = "Latest_time_is_when_the_field_was_last_there")]
    [TestCase("rate", "_time=10 x=100;_time=20 x=150;_time=15 x=a", "5", TestName = "Rate_is_growth_by_second")]
    [TestCase("rate", "_time=10 x=100", "", TestName = "Rate_of_one_moment_is_absent")]
    // Aggregate functions: median, mode
    [TestCase("median", "x=3;x=1;x=2", "2", TestName = "Median_is_the_middle")]
    [TestCase("median", "x=4;x=1;x=2;x=3", "3", TestName = "Median_of_an_even_number_is_the_higher_of_two")]
    [TestCase("mode", "x=b;x=a;x=b", "b", TestName = "Mode_is_the_most_frequent")]
    [TestCase("mode", "x=b;x=a", "a", TestName = "Mode_of_equals_is_the_smallest")]
    // Aggregate functions: stdev, stdevp, var, varp
    [TestCase("var", "x=1;x=3;x=5;x=7", "6.666666666666667", TestName = "Sample_variance_divides_by_one_less")]
    [TestCase("varp", "x=2;x=4;x=4;x=4;x=5;x=5;x=7;x=9", "4", TestName = "Population_variance_divides_by_all")]
    [TestCase("stdevp", "x=2;x=4;x=4;x=4;x=5;x=5;x=7;x=9", "2", TestName = "Population_deviation_is_the_root_of_it")]
    [TestCase("stdev", "x=7", "0", TestName = "Deviation_of_one_number_is_zero")]
    [TestCase("varp", "x=1700000000.1;x=1700000000.3", "0.01000000476837215", TestName = "Variance_of_large_numbers_does_not_cancel")]
    [TestCase("stdev", "x=a", "", TestName = "Deviation_of_no_number_is_absent")]
    public void Aggregates(string name, string rows, string expected)
    {
        var accumulator = AccumulatorCatalogue.Find(Some.Function(name, "x")).Start(Some.Function(name, "x"), new Budget(RunLimits.Default));
        foreach (var row in Some.Rows(rows.Split(';')))
        {
            foreach (var item in row["x"].Items)
                accumulator.Add(item, row);
        }

        Assert.That(string.Join(' ', accumulator.Result().Items), Is.EqualTo(expected));
    }

    // Aggregate functions: perc, Basic examples
    [TestCase("perc", 50, "5.5", TestName = "Percentile_50_of_ten_is_between_the_fifth_and_the_sixth")]
    [TestCase("perc", 95, "9.55", TestName = "Percentile_95_of_ten_is_between_the_last_two")]
    [TestCase("exactperc", 90, "9.1", TestName = "Exact_percentile_90_of_ten_is_between_the_last_two")]
    [TestCase("upperperc", 91, "9.19", TestName = "Upper_percentile_is_exact_for_few_values")]
    [TestCase("perc", 0.5, "1.045", TestName = "Percentile_may_be_a_fraction")]
    public void Percentiles(string name, double percentile, string expected)
    {
        var function = Some.Function(name, "x", percentile);
        var accumulator = AccumulatorCatalogue.Find(function).Start(function, new Budget(RunLimits.Default));
        for (var i = 10; i >= 1; i--)
            accumulator.Add(Value.Of(i), new Row());
        Assert.That(accumulator.Result().ToText(), Is.EqualTo(expected));
    }

    [Test]
    public void List_stops_at_a_hundred()
    {
        var accumulator = AccumulatorCatalogue.Find(Some.Function("list", "x")).Start(Some.Function("list", "x"), new Budget(RunLimits.Default));
        for (var i = 0; i < 150; i++)
            accumulator.Add(Value.Of(i), new Row());
        Assert.That(accumulator.Result().Count, Is.EqualTo(100));
        Assert.That(accumulator.Result().Items[^1].ToText(), Is.EqualTo("99"));
    }

    [Test]
    public void Every_canonical_name_has_an_accumulator_and_no_other_exists() =>
        Assert.That(AccumulatorCatalogue.All.Keys.Order(StringComparer.Ordinal), Is.EqualTo(AggregateCatalogue.Names.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
}
