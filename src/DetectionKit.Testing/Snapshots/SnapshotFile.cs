using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DetectionKit.Testing.Snapshots;

/// <summary>The text of a snapshot: one JSON object, one row a line, so that a diff shows rows.</summary>
public static class SnapshotFile
{
    /// <summary>The end of a reviewed snapshot's name.</summary>
    public const string Verified = ".verified.json";

    /// <summary>The end of the name of what was found instead.</summary>
    public const string Received = ".received.json";

    /// <summary>Writes a snapshot; the same snapshot always gives the same text.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public static string Write(Snapshot snapshot)
    {
        var text = new StringBuilder("{");
        foreach (var (dataset, rows) in snapshot.Datasets)
        {
            text.Append(text.Length > 1 ? ",\n" : "\n");
            text.Append($"  \"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(dataset)}\": [");
            text.Append("\n    ").AppendJoin(",\n    ", rows).Append("\n  ]");
        }

        return text.Append(snapshot.Datasets.IsEmpty ? "}\n" : "\n}\n").ToString();
    }

    /// <summary>Reads a snapshot, however its JSON is laid out.</summary>
    /// <param name="text">The file's text.</param>
    /// <returns>The snapshot; null where the text is none.</returns>
    public static Snapshot? TryRead(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var datasets = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
            foreach (var dataset in document.RootElement.EnumerateObject())
                datasets[dataset.Name] = [.. dataset.Value.EnumerateArray().Select(LineOf)];
            return new Snapshot(datasets.ToImmutable());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string LineOf(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
            throw new JsonException("A row is an object.");
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, RowJson.Options))
            row.WriteTo(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
