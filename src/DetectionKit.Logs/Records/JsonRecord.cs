using System.Globalization;
using System.Text;
using System.Text.Json;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Records;

/// <summary>
/// Reads a JSON object into a record, named as Splunk names it: a member of a nested object <c>a.b</c>, the items of an array <c>a{}</c>
/// (one multivalue field), their members <c>a{}.b</c>. <c>null</c> is no field; a whole number is an integer; a number whose text a number
/// would not give back (<c>1.0</c>) keeps its text; <c>true</c> and <c>false</c> are text.
/// </summary>
internal sealed class JsonRecord
{
    private const int LongestName = 1024;

    /// <summary>What JSON is taken: deep, but not without end; commas at the end of lists do no harm.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = 64, CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = true };

    private readonly NameTable _names = new();
    private readonly char[] _path = new char[LongestName];
    private readonly int[] _lengths = new int[Options.MaxDepth + 1];
    private readonly bool[] _arrays = new bool[Options.MaxDepth + 1];

    /// <summary>Reads it. On failure the record holds what came before the trouble.</summary>
    /// <param name="json">One object, in UTF-8.</param>
    /// <param name="record">Takes the fields.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public string? Read(ReadOnlySpan<byte> json, LogRecord record)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return "no JSON object";
            ReadMembers(ref reader, record);
            return reader.Read() ? "more than one JSON object" : null;
        }
        catch (JsonException)
        {
            return "broken JSON";
        }
    }

    private void ReadMembers(ref Utf8JsonReader reader, LogRecord record)
    {
        _lengths[0] = 0;
        _arrays[0] = false;
        var (depth, length) = (0, 0);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    length = _lengths[depth];
                    length = AppendName(ref reader, length);
                    break;
                case JsonTokenType.StartObject:
                case JsonTokenType.StartArray:
                    _arrays[++depth] = reader.TokenType == JsonTokenType.StartArray;
                    if (_arrays[depth])
                        length = Append("{}", length);
                    _lengths[depth] = length;
                    break;
                case JsonTokenType.EndObject:
                case JsonTokenType.EndArray:
                    if (--depth < 0)
                        return;
                    length = _lengths[depth];
                    break;
                default:
                    var value = ValueOf(ref reader);
                    if (!value.IsNull)
                        record.Add(_names.Of(_path.AsSpan(0, length)), value);
                    break;
            }

            if (_arrays[depth])
                length = _lengths[depth];
        }
    }

    private int AppendName(ref Utf8JsonReader reader, int length)
    {
        if (length > 0)
            length = Append(".", length);
        if (reader.ValueIsEscaped)
            return Append(JsonText.Of(ref reader), length);
        var name = reader.ValueSpan;
        var room = LongestName - length;
        if (name.Length > room)
            name = name[..room];
        return length + Encoding.UTF8.GetChars(name, _path.AsSpan(length));
    }

    // A name beyond the limit is cut; what is cut alike is one field.
    private int Append(ReadOnlySpan<char> text, int length)
    {
        if (text.Length > LongestName - length)
            text = text[..(LongestName - length)];
        text.CopyTo(_path.AsSpan(length));
        return length + text.Length;
    }

    private static Value ValueOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => Value.Of(JsonText.Of(ref reader)),
        JsonTokenType.Number => NumberOf(reader.ValueSpan),
        JsonTokenType.True => True,
        JsonTokenType.False => False,
        _ => default,
    };

    private static Value NumberOf(ReadOnlySpan<byte> text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && !(text[0] == '-' && whole == 0))
            return Value.Of(whole);
        return Value.OfWritten(Encoding.UTF8.GetString(text));
    }

    private static readonly Value True = Value.Of("true");
    private static readonly Value False = Value.Of("false");
}
