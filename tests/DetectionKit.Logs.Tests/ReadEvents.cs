using System.Text;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Tests;

/// <summary>What reading a log gave.</summary>
internal sealed class ReadEvents : IEventSink
{
    public List<RawEvent> Raw { get; } = [];

    public List<ModelEvent> Models { get; } = [];

    public LogOutcome? Outcome { get; private set; }

    public EventInterest Interest => EventInterest.All;

    public void OnModel<TEvent>(TEvent modelEvent)
        where TEvent : ModelEvent => Models.Add(modelEvent);

    public void OnRaw(RawEvent rawEvent) => Raw.Add(rawEvent);

    public static ReadEvents Of(string log, string? sourceType = null) => Of(Encoding.UTF8.GetBytes(log), sourceType);

    public static ReadEvents Of(byte[] log, string? sourceType = null) => Of(log, new LogHints("test.log", sourceType));

    public static ReadEvents Of(byte[] log, LogHints hints)
    {
        var events = new ReadEvents();
        events.Outcome = LogReader.Read(new MemoryStream(log), hints, events, CancellationToken.None);
        return events;
    }

    /// <summary>The fields of a model's one event that say more than their defaults, a line each.</summary>
    public IEnumerable<string> FieldsOf<TEvent>(DataModel<TEvent> model)
        where TEvent : ModelEvent
    {
        var found = Models.OfType<TEvent>().Single();
        return model.Fields.Select(field => (field, Value: field.Read(found)))
            .Where(pair => !pair.Value.IsNull && !string.Equals(pair.Value.ToText(), pair.field.Default, StringComparison.Ordinal))
            .Select(pair => Line(pair.field.Name, pair.Value));
    }

    /// <summary>The fields of the one raw event, a line each.</summary>
    public IEnumerable<string> Fields() => Raw.Single().Fields.Select(field => Line(field.Key, field.Value));

    private static string Line(string name, Value value) => $"{name}={value.ToText().Replace('\n', '|')}";
}
