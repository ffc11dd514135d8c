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
    public LookupTable? Find(string name) => _tables.GetValueOrDefault(name);

    /// <summary>What the tables say of assets and identities (<see cref="EntityLookups"/>); null: nothing.</summary>
    internal EntityDirectory? Entities => _entities.Value;

    internal LookupIndex Index(LookupTable table, ImmutableArray<string> columns) =>
        _indexes.GetOrAdd(string.Join('\0', columns.Prepend(table.Name)), _ => new LookupIndex(table, columns));
}
