using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Models;

namespace DetectionKit.Engine.Lookups;

/// <summary>The lookup tables of a run, each indexed once for each set of columns by which it is asked. Safe to share between runs and threads.</summary>
public sealed class LookupStore
{
    private readonly FrozenDictionary<string, LookupTable> _tables;
    private readonly Lazy<EntityDirectory?> _entities;
    private readonly ConcurrentDictionary<string, LookupIndex> _indexes = new(StringComparer.Ordinal);
    private readonly LookupStore? _below;
    private readonly Dictionary<string, LookupTable> _written = new(StringComparer.Ordinal);

    private LookupStore(LookupStore below)
    {
        _below = below;
        _tables = below._tables;
        _entities = below._entities;
    }

    /// <summary>A store of these tables; of two with one name the last counts.</summary>
    /// <param name="tables">The tables.</param>
    public LookupStore(IEnumerable<LookupTable> tables)
    {
        _tables = tables.GroupBy(table => table.Name, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        _entities = new(() => EntityDirectory.Of(this));
    }

    /// <summary>No tables.</summary>
    public static LookupStore Empty { get; } = new([]);

    /// <summary>The table of that name, or null.</summary>
    /// <param name="name">The lookup's name.</param>
    public LookupTable? Find(string name) => _written.GetValueOrDefault(name) ?? _below?.Find(name) ?? _tables.GetValueOrDefault(name);

    /// <summary>What the tables say of assets and identities (<see cref="EntityLookups"/>); null: nothing.</summary>
    internal EntityDirectory? Entities => _entities.Value;

    /// <summary>A store that can be written to, over this one, which stays as it is. For one thread.</summary>
    internal LookupStore Writable() => new(this);

    /// <summary>Writes a table in place of one of its name.</summary>
    internal void Put(LookupTable table) => _written[table.Name] = table;

    internal LookupIndex Index(LookupTable table, ImmutableArray<string> columns)
    {
        if (_written.ContainsKey(table.Name))
            return new LookupIndex(table, columns);
        return _below is not null ? _below.Index(table, columns) : _indexes.GetOrAdd(string.Join('\0', columns.Prepend(table.Name)), _ => new LookupIndex(table, columns));
    }
}
