using System.Collections.Immutable;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Cloud;

/// <summary>One service's audit record.</summary>
/// <param name="sourceTypes">Its source types.</param>
/// <param name="time">The field of its time.</param>
/// <param name="signs">Fields that every record of it has.</param>
internal sealed class CloudRecord(ImmutableArray<string> sourceTypes, string time, params ImmutableArray<string> signs) : RecordKind
{
    /// <inheritdoc/>
    public override ImmutableArray<string> SourceTypes { get; } = sourceTypes;

    /// <inheritdoc/>
    public override ImmutableArray<FieldAlias> Aliases => Names;

    /// <summary>The add-on's names.</summary>
    public ImmutableArray<FieldAlias> Names { get; init; } = [];

    /// <summary>The tables into data models.</summary>
    public ImmutableArray<ModelMap> Maps { get; init; } = [];

    /// <inheritdoc/>
    public override ImmutableArray<ModelMap> Models => Maps;

    /// <summary>The add-on's event types.</summary>
    public ImmutableArray<EventType> Types { get; init; } = [];

    /// <inheritdoc/>
    public override ImmutableArray<EventType> EventTypes => Types;

    /// <summary>What the add-on says where the record says nothing: the field and its text.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Defaults { get; init; } = [];

    /// <summary>What the add-on works out of the record; a field of that name that is there stays.</summary>
    public ImmutableArray<FieldMap> Lines { get; init; } = [];

    /// <summary>Takes fields out of wrappers before all else; null: there are none.</summary>
    public Action<LogRecord>? Unfold { get; init; }

    /// <inheritdoc/>
    public override IEnumerable<string> FieldNames => base.FieldNames.Concat(FieldMap.NamesOf(Lines)).Concat(Defaults.Select(pair => pair.Key));

    /// <inheritdoc/>
    public override bool Fits(LogRecord record)
    {
        foreach (var sign in signs)
        {
            if (!record.Has(sign))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Shape(LogRecord record)
    {
        if (record.Time is null && TimeText.TryRead(record[time], out var moment))
            record.Time = moment;
        Unfold?.Invoke(record);
        foreach (var (field, text) in Defaults)
        {
            if (!record.Has(field))
                record.Set(field, Value.Of(text));
        }

        foreach (var line in Lines)
        {
            if (!record.Has(line.Field))
                record.Set(line.Field, line.Read(record));
        }
    }
}
