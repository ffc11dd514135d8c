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
        var model = ModelOf<TEvent>.Value;
        Begin(modelEvent.Time, model.Name);
        foreach (var field in model.Fields)
        {
            var value = field.Read(modelEvent);
            if (!value.IsNull && !string.Equals(value.ToText(), field.Default, StringComparison.Ordinal))
                Write(field.Name, value);
        }

        output.WriteLine();
    }

    /// <inheritdoc/>
    public void OnRaw(RawEvent rawEvent)
    {
        Begin(rawEvent.Time, rawEvent.SourceType);
        foreach (var (name, value) in rawEvent.Fields)
            Write(name, value);
        output.WriteLine();
    }

    private void Begin(Timestamp time, string kind)
    {
        output.Write(time.ToUtc().ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture));
        output.Write(' ');
        output.Write(kind);
    }

    private void Write(string name, Value value)
    {
        var text = value.ToText().Replace('\n', ',');
        output.Write(text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '"') ? $" {name}=\"{Clean(text)}\"" : $" {name}={text}");
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '·' : c == '"' ? '\'' : c));
}
