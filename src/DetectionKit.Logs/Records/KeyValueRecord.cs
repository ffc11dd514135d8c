using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Records;

/// <summary>
/// Takes <c>name=value</c> pairs out of text, as Splunk does by itself (Knowledge Manager Manual, "About Splunk regular expressions", automatic key-value extraction): a value ends at a blank or
/// comma, or at its closing quote; a backslash keeps a quote inside. Text around the pairs is passed over.
/// </summary>
internal sealed class KeyValueRecord
{
    private readonly NameTable _names = new();

    /// <summary>Takes the pairs.</summary>
    /// <param name="line">The text, in UTF-8.</param>
    /// <param name="record">Takes the fields; a name that is there already keeps its first value.</param>
    /// <returns>How many pairs there were.</returns>
    public int Read(ReadOnlySpan<byte> line, LogRecord record)
    {
        var pairs = 0;
        while (true)
        {
            var equals = line.IndexOf((byte)'=');
            if (equals < 0)
                return pairs;
            var name = NameBefore(line[..equals]);
            line = line[(equals + 1)..];
            if (name.IsEmpty)
                continue;
            var value = TakeValue(ref line);
            var field = _names.Of(name);
            if (!record.Has(field))
                record.Set(field, Value.Of(value));
            pairs++;
        }
    }

    private static ReadOnlySpan<byte> NameBefore(ReadOnlySpan<byte> text)
    {
        var start = text.Length;
        while (start > 0 && IsNamePart(text[start - 1]))
            start--;
        while (start < text.Length && !char.IsAsciiLetter((char)text[start]) && text[start] != '_')
            start++;
        return text.Length - start <= 128 ? text[start..] : default;
    }

    private static bool IsNamePart(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'.' or (byte)'-' or (byte)':';

    private static string TakeValue(ref ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty)
            return "";
        if (rest[0] == '"' && EndOfQuoted(rest) is > 0 and var close)
        {
            var inside = Encoding.UTF8.GetString(rest[1..close]);
            rest = rest[(close + 1)..];
            return inside.Contains('\\', StringComparison.Ordinal) ? inside.Replace("\\\"", "\"", StringComparison.Ordinal) : inside;
        }

        var end = rest.IndexOfAny(" ,;\t\u001d"u8);
        var value = end < 0 ? rest : rest[..end];

        // Linux' audit log puts what it looked up right behind the quote that ends the message: res=success'UID="root"
        if (value.IndexOf((byte)'\'') is > 0 and var quote && value[(quote + 1)..].IndexOf((byte)'=') is > 0 and var equals && IsName(value.Slice(quote + 1, equals)))
            value = value[..quote];
        rest = rest[value.Length..];
        return Encoding.UTF8.GetString(value.Trim("[](){}'"u8));
    }

    private static bool IsName(ReadOnlySpan<byte> text)
    {
        foreach (var unit in text)
        {
            if (!IsNamePart(unit))
                return false;
        }

        return char.IsAsciiLetter((char)text[0]);
    }

    private static int EndOfQuoted(ReadOnlySpan<byte> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == text[0])
                return i;
        }

        return -1;
    }
}
