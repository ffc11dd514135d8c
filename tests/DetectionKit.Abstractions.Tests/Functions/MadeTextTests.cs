using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Tests.Functions;

/// <summary>What a function makes of something is bounded, however often it is applied to its own outcome.</summary>
public sealed class MadeTextTests
{
    private static readonly Dictionary<string, Func<Value, Value>> Doublings = new(StringComparer.Ordinal)
    {
        ["."] = x => Arithmetic.Concat(x, x),
        ["mvappend"] = x => MultivalueFunctions.Append(x, x),
        ["mvjoin"] = x => MultivalueFunctions.Join(MultivalueFunctions.Append(x, x), Value.Of(",")),
        ["mvzip"] = x => MultivalueFunctions.Zip(MultivalueFunctions.Append(x, x), MultivalueFunctions.Append(x, x)),
        ["replace"] = x => TextFunctions.Replace(x, TextRegex.Of("."), x),
        ["printf"] = x => ConversionFunctions.Print(Value.Of("%s%s"), x, x),
        ["json_array"] = x => JsonWritingFunctions.Array(x, x),
    };

    private static IEnumerable<string> Names => Doublings.Keys;

    [TestCaseSource(nameof(Names))]
    public void Doubling_forty_times_comes_to_an_end(string name)
    {
        var value = Value.Of("ab");
        for (var i = 0; i < 40; i++)
            value = Doublings[name](value);
        Assert.That(value.Count, Is.AtMost(10_000));
        Assert.That(value.Items.Sum(item => (long)item.ToText().Length), Is.AtMost(262_144));
    }

    [TestCase("lower")]
    [TestCase("split")]
    [TestCase("mvmap")]
    public void One_text_ten_thousand_times_is_not_made_ten_thousand_texts(string name)
    {
        var text = Value.Of(new string('A', MadeText.Longest));
        var many = Value.OfMany(Enumerable.Repeat(text, MadeText.MostItems));
        var made = name switch
        {
            "lower" => TextFunctions.Lower(many),
            "split" => MultivalueFunctions.Split(many, Value.Of("")),
            _ => ItemFunctions.Map(new Row(), new RunContext(default, TimeZoneInfo.Utc), "a", many, (row, _) => Arithmetic.Concat(row["a"], Value.Of("b"))),
        };
        Assert.That(made.Items.Sum(item => (long)item.ToText().Length), Is.AtMost(MadeText.LargestList));
    }
}
