using System.Collections.Frozen;
using DetectionKit.Abstractions.Operators;

namespace DetectionKit.Abstractions.Models;

/// <summary>Which fields of which data models readers fill: the union of their tables. Immutable.</summary>
public sealed class FilledFields
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _byRoot;
    private readonly FrozenSet<string> _eventTypes;

    private FilledFields(FrozenDictionary<string, FrozenSet<string>> byRoot, FrozenDictionary<string, FrozenSet<string>> ofRawEvents, FrozenSet<string> eventTypes)
    {
        _byRoot = byRoot;
        OfRawEvents = ofRawEvents;
        _eventTypes = eventTypes;
    }

    /// <summary>The union of tables.</summary>
    /// <param name="tables">Each reader's models, and the fields (CIM's names) that it fills of each.</param>
    /// <param name="ofRawEvents">Source types, and names of fields that readers give their raw events.</param>
    /// <param name="eventTypes">Values of <c>eventtype</c> that readers give their raw events.</param>
    public static FilledFields Of(
        IEnumerable<(DataModel Model, IEnumerable<string> Fields)> tables,
        IEnumerable<(string SourceType, IEnumerable<string> Fields)>? ofRawEvents = null,
        IEnumerable<string>? eventTypes = null) => new(
        tables
            .GroupBy(table => Key(table.Model), StringComparer.Ordinal)
            .ToFrozenDictionary(tables => tables.Key, tables => tables.SelectMany(table => table.Fields).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal),
        (ofRawEvents ?? []).GroupBy(kind => kind.SourceType, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(kinds => kinds.Key, kinds => kinds.SelectMany(kind => kind.Fields).ToFrozenSet(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase),
        (eventTypes ?? []).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Names of fields that readers give raw events, as far as their tables name them, by source type (without case).</summary>
    public FrozenDictionary<string, FrozenSet<string>> OfRawEvents { get; }

    /// <summary>Whether any reader gives raw events an event type.</summary>
    /// <param name="name">Its name, or a pattern with <c>*</c>; without case.</param>
    public bool GivesEventType(string name) => _eventTypes.Contains(name) || _eventTypes.Any(known => TextPattern.Of(name).IsMatch(known));

    /// <summary>Whether any reader makes events of a root dataset.</summary>
    /// <param name="model">The root.</param>
    public bool Makes(DataModel model) => _byRoot.ContainsKey(Key(model));

    /// <summary>Whether any reader fills a field.</summary>
    /// <param name="model">The root.</param>
    /// <param name="field">CIM's name.</param>
    public bool Fills(DataModel model, string field) => _byRoot.TryGetValue(Key(model), out var fields) && fields.Contains(field);

    private static string Key(DataModel model) => $"{model.Name}.{model.Dataset}";
}
