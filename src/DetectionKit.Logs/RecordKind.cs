using System.Collections.Immutable;
using DetectionKit.Logs.Mapping;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs;

/// <summary>
/// One kind of record: its source types, the add-on's aliases, and its tables into data models. A record gives a raw event under the source's
/// own names and the aliases, and one event of each model whose table takes it.
/// </summary>
public abstract class RecordKind
{
    /// <summary>The source type that its events have unless something else is said; then the other names under which it is known. Compared without case.</summary>
    public abstract ImmutableArray<string> SourceTypes { get; }

    /// <summary>The tables into data models.</summary>
    public virtual ImmutableArray<ModelMap> Models => [];

    /// <summary>Field names that the add-on adds: the alias is there when its field is, and does not replace a field of its own name.</summary>
    public virtual ImmutableArray<FieldAlias> Aliases => [];

    /// <summary>
    /// Whether the add-on gives raw events the fields of the data models too, so that a search over raw events finds <c>bytes</c> and <c>direction</c>. Not
    /// where the add-on's names are all among <see cref="Aliases"/>, or set in <see cref="Shape"/>.
    /// </summary>
    public virtual bool GivesRawEventsModelFields => false;

    /// <summary>Names of fields that its raw events can have, as far as its tables name them: a rule that reads one of them has not misspelt it.</summary>
    public virtual IEnumerable<string> FieldNames => Models.SelectMany(map => map.FieldNames).Concat(Aliases.SelectMany(alias => (string[])[alias.Alias, alias.Field]));

    /// <summary>The event types of the add-on by which rules name its records: values of <c>eventtype</c> on raw events.</summary>
    public virtual ImmutableArray<EventType> EventTypes => [];

    /// <summary>Whether a record of a format that many products write (a JSON object, a row of CSV) is of this kind. Cheap: it is asked of every record.</summary>
    /// <param name="record">The record under its own names.</param>
    public virtual bool Fits(LogRecord record) => false;

    /// <summary>Brings the record into shape before aliases and models: takes its time, lifts fields out of wrappers.</summary>
    /// <param name="record">The record; its own names so far.</param>
    public virtual void Shape(LogRecord record)
    {
    }
}

/// <summary>An event type of an add-on.</summary>
/// <param name="Name">Its name, the value of <c>eventtype</c>.</param>
/// <param name="When">Which records have it; null: all of the kind.</param>
public readonly record struct EventType(string Name, Func<LogRecord, bool>? When = null);

/// <summary>A second name of a field.</summary>
/// <param name="Alias">The name that is added.</param>
/// <param name="Field">The source's own name.</param>
public readonly record struct FieldAlias(string Alias, string Field);
