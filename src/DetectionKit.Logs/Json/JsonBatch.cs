using System.Text.Json;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Json;

/// <summary>Finds the objects inside one that holds a batch of records: <c>{"Records":[{..},{..}]}</c>, as cloud services deliver them.</summary>
internal static class JsonBatch
{
    /// <summary>Where the records are inside the object; none: it is a record itself, or broken.</summary>
    /// <param name="json">The object.</param>
    /// <param name="found">Takes the places.</param>
    /// <returns>Why not all that is in the batch was found; null: it was, or this is no batch.</returns>
    public static string? Find(ReadOnlySpan<byte> json, List<Range> found)
    {
        found.Clear();
        try
        {
            var reader = new Utf8JsonReader(json, JsonRecord.Options);
            if (!reader.Read() || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !IsBatch(ref reader))
                return null;
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
                return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                found.Add(start..(int)reader.BytesConsumed);
            }

            return reader.TokenType == JsonTokenType.EndArray ? null : "no JSON object";
        }
        catch (JsonException)
        {
            // What is whole is given; the rest of a broken batch is lost with it.
            return "broken JSON";
        }
    }

    private static bool IsBatch(ref Utf8JsonReader reader) =>
        reader.ValueSpan.SequenceEqual("Records"u8) || reader.ValueSpan.SequenceEqual("records"u8) || reader.ValueSpan.SequenceEqual("value"u8) || reader.ValueSpan.SequenceEqual("logEvents"u8);
}
