using System.Globalization;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Cli.Output;

/// <summary>Events for people, one a line: time, model or source type, and the fields that say more than their defaults.</summary>
/// <param name="output">Where to.</param>
internal sealed class EventText(TextWriter output) : IEventSink
{
    /// <inheritdoc/>
    public EventInterest Interest => EventInterest.All;

    /// <inheritdoc/>
    public void OnModel<TEvent>(TEvent modelEvent)
        where TEvent : ModelEvent
    {
        var model = ModelCatalogue.All.OfType<DataModel<TEvent>>().First();
        var fields = model.Fields.Select(field => KeyValuePair.Create(field, field.Read(modelEvent)))
            .Where(pair => !pair.Value.IsNull && !string.Equals(pair.Value.ToText(), pair.Key.Default, StringComparison.Ordinal))
            .Select(pair => KeyValuePair.Create(pair.Key.Name, pair.Value));
        Write(modelEvent.Time, model.Name, fields);
    }

    /// <inheritdoc/>
    public void OnRaw(RawEvent rawEvent) => Write(rawEvent.Time, rawEvent.SourceType, rawEvent.Fields);

    private void Write(Timestamp time, string kind, IEnumerable<KeyValuePair<string, Value>> fields)
    {
        output.Write(time.ToUtc().ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        output.Write(' ');
        output.Write(kind);
        foreach (var (name, value) in fields)
        {
            var text = value.ToText().Replace('\n', ',');
            output.Write(text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '"') ? $" {name}=\"{Clean(text)}\"" : $" {name}={text}");
        }

        output.WriteLine();
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '·' : c == '"' ? '\'' : c));
}
