using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Mapping;

/// <summary>A table that makes events of one data model from records of one kind.</summary>
public abstract class ModelMap
{
    /// <summary>The model.</summary>
    public abstract DataModel Model { get; }

    /// <summary>The fields that it fills (CIM's names). The others keep their published defaults.</summary>
    public abstract FrozenSet<string> FilledFields { get; }

    /// <summary>The names that its lines name: the model's, and the record's own that they read.</summary>
    public abstract IEnumerable<string> FieldNames { get; }

    /// <summary>
    /// Adds the model's fields to the record, as far as it has none of their names: in an index too, a data model is a view of the fields that the add-on
    /// gives a raw event.
    /// </summary>
    /// <param name="record">The record in shape, aliases added.</param>
    public abstract void AddTo(LogRecord record);

    /// <summary>Gives the record's event, where the table takes the record.</summary>
    /// <param name="record">The record in shape, aliases added.</param>
    /// <param name="origin">What the event has beside its fields.</param>
    /// <param name="sink">Takes the event.</param>
    public abstract void Give(LogRecord record, in EventOrigin origin, IEventSink sink);
}

/// <summary>What an event has beside its fields.</summary>
/// <param name="Time"><c>_time</c>.</param>
/// <param name="Host"><c>host</c>.</param>
/// <param name="Source"><c>source</c>.</param>
/// <param name="SourceType"><c>sourcetype</c>.</param>
public readonly record struct EventOrigin(Timestamp Time, string Host, string Source, string SourceType);

/// <summary>A table into one model.</summary>
/// <typeparam name="TEvent">The model's event.</typeparam>
public sealed class ModelMap<TEvent> : ModelMap
    where TEvent : ModelEvent
{
    private readonly DataModel<TEvent> _model;
    private readonly (string Field, Func<LogRecord, Value> Read, Action<TEvent, Value> Write)[] _lines;

    /// <summary>A table.</summary>
    /// <param name="model">The model.</param>
    /// <param name="lines">A line for each field that is filled.</param>
    /// <exception cref="ArgumentException">A line names no field of the model, or one twice.</exception>
    public ModelMap(DataModel<TEvent> model, params ImmutableArray<FieldMap> lines)
    {
        _model = model;
        FieldNames = FieldMap.NamesOf(lines);
        FilledFields = lines.Select(line => line.Field).ToFrozenSet(StringComparer.Ordinal);
        if (FilledFields.Count != lines.Length)
            throw new ArgumentException($"a field of {model.Name} has two lines", nameof(lines));
        _lines = [.. lines.Select(line => (line.Field, line.Read, FieldWriter<TEvent>.Of(model, line.Field)))];
    }

    /// <summary>Which records of its kind it takes; null: all.</summary>
    public Func<LogRecord, bool>? When { get; init; }

    /// <inheritdoc/>
    public override DataModel Model => _model;

    /// <inheritdoc/>
    public override FrozenSet<string> FilledFields { get; }

    /// <inheritdoc/>
    public override IEnumerable<string> FieldNames { get; }

    /// <inheritdoc/>
    public override void AddTo(LogRecord record)
    {
        if (When is not null && !When(record))
            return;
        foreach (var (field, read, _) in _lines)
        {
            if (!record.Has(field))
                record.Set(field, read(record));
        }
    }

    /// <inheritdoc/>
    public override void Give(LogRecord record, in EventOrigin origin, IEventSink sink)
    {
        if (!sink.Interest.WantsModel(_model.Name) || (When is not null && !When(record)))
            return;
        var made = FieldWriter<TEvent>.Make(in origin);
        foreach (var (_, read, write) in _lines)
        {
            var value = read(record);
            if (!value.IsNull)
                write(made, value);
        }

        sink.OnModel(made);
    }
}
