using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Multivalue functions (Splunk Search Reference, "Multivalue eval functions"). A single value is a list of one.</summary>
public static class MultivalueFunctions
{
    /// <summary><c>mvcount(x)</c>: how many values; absent where there is none.</summary>
    /// <param name="x">The field.</param>
    [EvalFunction("mvcount")]
    public static Value Count(Value x) => x.IsNull ? Value.Null : Value.Of(x.Count);

    /// <summary><c>mvindex(x, first, last)</c>: counted from 0; negative numbers count from the end.</summary>
    /// <param name="x">The field.</param>
    /// <param name="first">The first item.</param>
    /// <param name="last">The last item; the first, where not given.</param>
    [EvalFunction("mvindex")]
    public static Value Index(Value x, Value first, Value last = default)
    {
        if (!Numbers.Read(first).TryGetInteger(out var from))
            return Value.Null;
        var until = from;
        if (!last.IsNull && !Numbers.Read(last).TryGetInteger(out until))
            return Value.Null;
        var items = x.Items;
        from += from < 0 ? items.Length : 0;
        until += until < 0 ? items.Length : 0;
        if (from < 0 || from >= items.Length || until < from)
            return Value.Null;
        return Value.OfMany(items[(int)from..(int)(Math.Min(until, items.Length - 1) + 1)]);
    }

    /// <summary><c>mvdedup(x)</c>: each text once, in the order of first occurrence.</summary>
    /// <param name="x">The field.</param>
    [EvalFunction("mvdedup")]
    public static Value Dedup(Value x) => Value.OfMany(x.Items.DistinctBy(item => item.ToText(), StringComparer.Ordinal));

    /// <summary><c>mvreverse(x)</c>: the last first.</summary>
    /// <param name="x">The field.</param>
    [EvalFunction("mvreverse")]
    public static Value Reverse(Value x) => Value.OfMany(x.Items.Reverse());

    /// <summary><c>mvsort(x)</c>: ordered as text.</summary>
    /// <param name="x">The field.</param>
    [EvalFunction("mvsort")]
    public static Value Sort(Value x) => Value.OfMany(x.Items.OrderBy(item => item.ToText(), StringComparer.Ordinal));

    /// <summary><c>mvappend(...)</c>: all values behind one another, at most 10,000.</summary>
    /// <param name="values">The fields.</param>
    [EvalFunction("mvappend")]
    public static Value Append(params ReadOnlySpan<Value> values) => Value.OfMany(values.ToArray().SelectMany(value => value.Items).Take(MadeText.MostItems));

    /// <summary><c>mvjoin(x, delimiter)</c>: one text.</summary>
    /// <param name="x">The field.</param>
    /// <param name="delimiter">What stands between two values.</param>
    [EvalFunction("mvjoin")]
    public static Value Join(Value x, Value delimiter) =>
        x.IsNull || delimiter.IsNull ? Value.Null : MadeText.Join(x.Items.AsSpan(), delimiter.ToText());

    /// <summary><c>mvzip(x, y, delimiter)</c>: first with first, second with second; a comma between, unless said otherwise. As long as the shorter.</summary>
    /// <param name="x">The left field.</param>
    /// <param name="y">The right field.</param>
    /// <param name="delimiter">What stands between the two.</param>
    [EvalFunction("mvzip")]
    public static Value Zip(Value x, Value y, Value delimiter = default)
    {
        var between = delimiter.IsNull ? "," : delimiter.ToText();
        var room = (long)MadeText.Longest;
        return Value.OfMany(x.Items.Zip(y.Items, (left, right) => (Left: left.ToText(), Right: right.ToText()))
            .TakeWhile(pair => (room -= pair.Left.Length + between.Length + (long)pair.Right.Length) >= 0)
            .Select(pair => Value.Of(pair.Left + between + pair.Right)));
    }

    /// <summary><c>mvfind(x, expression)</c>: the place, counted from 0, of the first value in which the expression matches.</summary>
    /// <param name="x">The field.</param>
    /// <param name="expression">The regular expression.</param>
    [EvalFunction("mvfind")]
    public static Value Find(Value x, Value expression) => expression.IsNull ? Value.Null : Find(x, TextRegex.OfData(expression.ToText()));

    /// <summary><c>mvfind(x, expression)</c> with an expression made beforehand.</summary>
    /// <param name="x">The field.</param>
    /// <param name="expression">The regular expression.</param>
    public static Value Find(Value x, TextRegex expression)
    {
        var items = x.Items;
        for (var i = 0; i < items.Length; i++)
        {
            if (expression.IsMatch(items[i].ToText()))
                return Value.Of(i);
        }

        return Value.Null;
    }

    /// <summary><c>mvrange(start, end, step)</c>: from start up to, but not with, end; step is 1 or a span of time such as <c>1d</c>. At most 10,000 values.</summary>
    /// <param name="start">The first number.</param>
    /// <param name="end">The end, exclusive.</param>
    /// <param name="step">The step.</param>
    [EvalFunction("mvrange")]
    public static Value Range(Value start, Value end, Value step = default)
    {
        var from = Numbers.Read(start);
        var until = Numbers.Read(end);
        var by = step.IsNull ? Value.Of(1) : Numbers.Read(step) is { IsNull: false } number ? number : Seconds(step.ToText());
        if (from.IsNull || until.IsNull || by.IsNull || Numbers.Real(by) == 0)
            return Value.Null;
        var items = new List<Value>();
        for (var i = 0; i < MadeText.MostItems; i++)
        {
            var item = Numbers.Real(from) + (i * Numbers.Real(by));
            if (Numbers.Real(by) > 0 ? item >= Numbers.Real(until) : item <= Numbers.Real(until))
                break;
            items.Add(MathFunctions.Normal(item));
        }

        return Value.OfMany(items);
    }

    /// <summary><c>split(text, delimiter)</c>: an empty delimiter splits into characters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">What stands between two values.</param>
    [EvalFunction("split")]
    public static Value Split(Value text, Value delimiter)
    {
        if (text.IsNull || delimiter.IsNull)
            return Value.Null;
        var by = delimiter.ToText();
        return TextFunctions.Each(text, item => Value.OfMany(by.Length == 0
            ? item.EnumerateRunes().Select(rune => Value.Of(rune.ToString()))
            : item.Split(by).Select(Value.Of)));
    }

    /// <summary><c>commands(search)</c>: the names of a search's commands, in order.</summary>
    /// <param name="search">The search.</param>
    [EvalFunction("commands")]
    public static Value Commands(Value search) => search.IsNull ? Value.Null : Value.OfMany(search.ToText().Split('|')
        .Select(part => part.Trim().Split([' ', '\t', '\n'], 2)[0]).Where(name => name.Length > 0).Select(Value.Of));

    private static Value Seconds(string span)
    {
        var modifier = Times.TimeModifier.Of("+" + span);
        return modifier.IsValid && modifier.Apply(default, TimeZoneInfo.Utc) is { } moment ? Value.Of(moment.Seconds) : Value.Null;
    }
}
