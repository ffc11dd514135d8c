using DetectionKit.Abstractions.Values;

namespace DetectionKit.Traffic.Events;

/// <summary>A flow's facts by their names; several of one name are one multivalue.</summary>
internal readonly struct FactTable(IReadOnlyList<KeyValuePair<string, Value>> facts)
{
    /// <summary>The fact; absent where there is none.</summary>
    public Value this[string name] => Value.OfMany(facts.Where(fact => string.Equals(fact.Key, name, StringComparison.Ordinal)).Select(fact => fact.Value));

    /// <summary>It as text; CIM's <c>unknown</c> where there is none.</summary>
    public string Text(string name) => this[name] is { IsNull: false } value ? value.ToText() : "unknown";

    /// <summary>It as a number, where it is one.</summary>
    public long? Number(string name) => this[name].TryGetInteger(out var number) ? number : null;
}
