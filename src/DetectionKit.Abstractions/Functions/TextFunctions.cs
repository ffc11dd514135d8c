using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Text functions (Splunk Search Reference, "Text functions"). A multivalue is worked on item by item.</summary>
public static class TextFunctions
{
    /// <summary><c>len(text)</c>: how many characters.</summary>
    /// <param name="text">The text.</param>
    [EvalFunction("len")]
    public static Value Len(Value text) => Each(text, static item => Value.Of((long)item.EnumerateRunes().Count()));

    /// <summary><c>lower(text)</c></summary>
    /// <param name="text">The text.</param>
    [EvalFunction("lower")]
    public static Value Lower(Value text) => Each(text, static item => Value.Of(item.ToLowerInvariant()));

    /// <summary><c>upper(text)</c></summary>
    /// <param name="text">The text.</param>
    [EvalFunction("upper")]
    public static Value Upper(Value text) => Each(text, static item => Value.Of(item.ToUpperInvariant()));

    /// <summary><c>substr(text, start, length)</c>: counted from 1; a negative start counts from the end; without a length, all the rest.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The first character.</param>
    /// <param name="length">How many characters.</param>
    [EvalFunction("substr")]
    public static Value Substr(Value text, Value start, Value length = default)
    {
        if (!Number(start, out var from) || (!length.IsNull && !Number(length, out _)))
            return Value.Null;
        var count = length.IsNull ? double.MaxValue : Numbers.Real(Numbers.Read(length));
        return Each(text, item => Value.Of(Cut(item, from, count)));
    }

    /// <summary><c>trim(text, characters)</c>: blanks, where no characters are given.</summary>
    /// <param name="text">The text.</param>
    /// <param name="characters">The characters taken away.</param>
    [EvalFunction("trim")]
    public static Value Trim(Value text, Value characters = default) => Each(text, item => Value.Of(item.Trim(Set(characters))));

    /// <summary><c>ltrim(text, characters)</c></summary>
    /// <param name="text">The text.</param>
    /// <param name="characters">The characters taken away.</param>
    [EvalFunction("ltrim")]
    public static Value LTrim(Value text, Value characters = default) => Each(text, item => Value.Of(item.TrimStart(Set(characters))));

    /// <summary><c>rtrim(text, characters)</c></summary>
    /// <param name="text">The text.</param>
    /// <param name="characters">The characters taken away.</param>
    [EvalFunction("rtrim")]
    public static Value RTrim(Value text, Value characters = default) => Each(text, item => Value.Of(item.TrimEnd(Set(characters))));

    /// <summary><c>urldecode(url)</c>: percent escapes (RFC 3986 section 2.1), as UTF-8.</summary>
    /// <param name="url">The text.</param>
    [EvalFunction("urldecode")]
    public static Value UrlDecode(Value url) => Each(url, static item => Value.Of(Uri.UnescapeDataString(item)));

    /// <summary><c>replace(text, expression, replacement)</c></summary>
    /// <param name="text">The text.</param>
    /// <param name="expression">The regular expression.</param>
    /// <param name="replacement">The new text; <c>\1</c> stands for the first group.</param>
    [EvalFunction("replace")]
    public static Value Replace(Value text, Value expression, Value replacement) =>
        expression.IsNull ? Value.Null : Replace(text, TextRegex.OfData(expression.ToText()), replacement);

    /// <summary><c>replace(text, expression, replacement)</c> with an expression made beforehand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expression">The regular expression.</param>
    /// <param name="replacement">The new text.</param>
    public static Value Replace(Value text, TextRegex expression, Value replacement)
    {
        if (replacement.IsNull)
            return Value.Null;
        var filling = replacement.ToText();
        return Each(text, item => MadeText.Of(expression.Replace(item, filling, MadeText.Longest)));
    }

    /// <summary><c>match(text, expression)</c>: whether the expression matches somewhere in the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expression">The regular expression.</param>
    [EvalFunction("match")]
    public static bool? Match(Value text, Value expression) =>
        expression.IsNull ? null : Match(text, TextRegex.OfData(expression.ToText()));

    /// <summary><c>match(text, expression)</c> with an expression made beforehand.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expression">The regular expression.</param>
    public static bool? Match(Value text, TextRegex expression)
    {
        if (text.IsNull)
            return null;
        foreach (var item in text.AsSpan())
        {
            if (expression.IsMatch(item.ToText()))
                return true;
        }

        return false;
    }

    /// <summary>Works on each item's text.</summary>
    internal static Value Each(Value value, Func<string, Value> work) =>
        value.Kind == ValueKind.Multi ? MadeText.List(value.Items.Select(item => work(item.ToText()))) : value.IsNull ? Value.Null : work(value.ToText());

    private static bool Number(Value value, out double number)
    {
        var read = Numbers.Read(value);
        number = read.IsNull ? 0 : Math.Truncate(Numbers.Real(read));
        return !read.IsNull;
    }

    private static string Cut(string text, double start, double count)
    {
        // Characters outside the basic plane are two units: they are not cut in two.
        var runes = text.EnumerateRunes().ToArray();
        var from = start < 0 ? Math.Max(runes.Length + start, 0) : Math.Max(start - 1, 0);
        if (from >= runes.Length || count <= 0)
            return "";
        var until = Math.Min(from + Math.Truncate(count), runes.Length);
        return string.Concat(runes[(int)from..(int)until]);
    }

    private static char[] Set(Value characters) => characters.IsNull ? [' ', '\t'] : characters.ToText().ToCharArray();
}
