using System.Text.Json;

namespace DetectionKit.Logs.Json;

/// <summary>Finds the objects inside one that holds a batch of records: <c>{"Records":[{..},{..}]}</c>, as cloud services deliver them.</summary>
internal static class JsonBatch
{
    /// <summary>Where the records are inside the object; none: it is a record itself, or broken.</summary>
    /// <param name="json">The object.</param>
    public static List<Range> Find(ReadOnlySpan<byte> json)
    {
        var found = new List<Range>();
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !IsBatch(ref reader))
                return found;
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                return found;
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                found.Add(start..(int)reader.BytesConsumed);
            }
        }
        catch (JsonException)
        {
            // What is whole is given; the rest of a broken batch is lost with it.
        }

        return found;
    }

    private static bool IsBatch(ref Utf8JsonReader reader) =>
        reader.ValueSpan.SequenceEqual("Records"u8) || reader.ValueSpan.SequenceEqual("records"u8) || reader.ValueSpan.SequenceEqual("value"u8) || reader.ValueSpan.SequenceEqual("logEvents"u8);
}
