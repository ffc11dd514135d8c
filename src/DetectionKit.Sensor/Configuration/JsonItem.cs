using System.Collections.Immutable;
using System.Text.Json;

namespace DetectionKit.Sensor.Configuration;

/// <summary>A JSON value that knows where it stands.</summary>
/// <param name="Kind">What it is; keywords and numbers by their token.</param>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Text">A string's or number's text; else empty.</param>
internal sealed record JsonItem(JsonTokenType Kind, int Offset, string Text)
{
    /// <summary>An object's properties in order.</summary>
    public ImmutableArray<JsonProperty> Properties { get; init; } = [];

    /// <summary>An array's items.</summary>
    public ImmutableArray<JsonItem> Items { get; init; } = [];

    /// <summary>Reads a document. Comments and commas behind the last item are errors, as the standard has it (RFC 8259).</summary>
    /// <param name="json">UTF-8.</param>
    public static JsonItem Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
        reader.Read();
        var item = Read(ref reader);
        while (reader.Read())
        {
            // Whatever follows is an exception of the reader's.
        }

        return item;
    }

    private static JsonItem Read(ref Utf8JsonReader reader)
    {
        var (kind, offset) = (reader.TokenType, (int)reader.TokenStartIndex);
        if (kind == JsonTokenType.StartArray)
        {
            var items = ImmutableArray.CreateBuilder<JsonItem>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                items.Add(Read(ref reader));
            return new(kind, offset, "") { Items = items.ToImmutable() };
        }

        if (kind == JsonTokenType.StartObject)
        {
            var properties = ImmutableArray.CreateBuilder<JsonProperty>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var (name, at) = (reader.GetString()!, (int)reader.TokenStartIndex);
                reader.Read();
                properties.Add(new(name, at, Read(ref reader)));
            }

            return new(kind, offset, "") { Properties = properties.ToImmutable() };
        }

        return new(kind, offset, kind switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
            _ => "",
        });
    }
}

/// <summary>A property of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Offset">Where the name begins, in bytes.</param>
/// <param name="Value">Its value.</param>
internal sealed record JsonProperty(string Name, int Offset, JsonItem Value);
