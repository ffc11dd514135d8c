using System.Collections.Immutable;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Events;

/// <summary>An event under its source's own field names: a log record, a weird, a flow with all its facts. Not safe to change while shared.</summary>
public sealed class RawEvent
{
    private readonly List<KeyValuePair<string, Value>> _fields;

    /// <summary>An event with no fields yet.</summary>
    /// <param name="time"><c>_time</c>.</param>
    /// <param name="sourceType"><c>sourcetype</c>: <c>detectionkit:weird</c>.</param>
    /// <param name="source"><c>source</c>: the input's path as given.</param>
    /// <param name="host"><c>host</c>.</param>
    /// <param name="capacity">How many fields are expected.</param>
    public RawEvent(Timestamp time, string sourceType, string source, string host = "localhost", int capacity = 16)
    {
        Time = time;
        SourceType = sourceType;
        Source = source;
        Host = host;
        _fields = new(capacity);
    }

    /// <summary>An event whose fields are there already.</summary>
    /// <param name="time"><c>_time</c>.</param>
    /// <param name="sourceType"><c>sourcetype</c>.</param>
    /// <param name="source"><c>source</c>.</param>
    /// <param name="host"><c>host</c>.</param>
    /// <param name="fields">The fields, no name twice, no value absent; the event keeps the list.</param>
    public RawEvent(Timestamp time, string sourceType, string source, string host, List<KeyValuePair<string, Value>> fields)
    {
        Time = time;
        SourceType = sourceType;
        Source = source;
        Host = host;
        _fields = fields;
    }

    /// <summary>The fields that every event has, be they among its own or not.</summary>
    public static ImmutableArray<string> Standard { get; } = ["_time", "host", "source", "sourcetype", "_raw"];

    /// <summary>Whether every event has the field: one of <see cref="Standard"/>, or a part of its time.</summary>
    /// <param name="field">The field's name.</param>
    public static bool IsStandard(string field) => Standard.Contains(field, StringComparer.Ordinal) || field.StartsWith("date_", StringComparison.Ordinal);

    /// <summary><c>_time</c>.</summary>
    public Timestamp Time { get; }

    /// <summary><c>sourcetype</c>.</summary>
    public string SourceType { get; }

    /// <summary><c>source</c>.</summary>
    public string Source { get; }

    /// <summary><c>host</c>.</summary>
    public string Host { get; }

    /// <summary><c>_raw</c>: the record's text, where there is one.</summary>
    public string? Text
    {
        get => field ??= LazyText?.Invoke();
        init;
    }

    /// <summary>Makes <see cref="Text"/> when it is first asked for; null: there is none, or it is given.</summary>
    public Func<string?>? LazyText { get; init; }

    /// <summary>The source's own fields in the order they came.</summary>
    public IReadOnlyList<KeyValuePair<string, Value>> Fields => _fields;

    /// <summary>The field's value; <c>_time _raw host source sourcetype</c> and those of the time (<c>date_hour</c>) too; absent when there is none. Names are compared exactly.</summary>
    /// <param name="field">The field's name.</param>
    public Value this[string field]
    {
        get
        {
            foreach (var (name, value) in _fields)
            {
                if (ReferenceEquals(name, field) || string.Equals(name, field, StringComparison.Ordinal))
                    return value;
            }

            return field switch
            {
                "_time" => Value.Of(Time),
                "_raw" => Value.Of(Text),
                "host" => Value.Of(Host),
                "source" => Value.Of(Source),
                "sourcetype" => Value.Of(SourceType),
                _ => DateFields.Of(Time, field),
            };
        }
    }

    /// <summary>Adds a field; an absent value adds nothing; a second value of one name makes it multivalue.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="value">Its value.</param>
    public void Add(string field, Value value)
    {
        if (value.IsNull)
            return;
        for (var i = 0; i < _fields.Count; i++)
        {
            if (string.Equals(_fields[i].Key, field, StringComparison.Ordinal))
            {
                _fields[i] = new(field, Value.OfMany([_fields[i].Value, value]));
                return;
            }
        }

        _fields.Add(new(field, value));
    }
}
