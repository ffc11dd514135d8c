using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Models;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Lookups;

/// <summary>What the content's lookups say of assets and identities. An exact name wins over a network, an earlier row over a later one. Immutable.</summary>
internal sealed class EntityDirectory : IEntityDirectory
{
    // These may have several values, with | between.
    private static readonly string[] Lists = ["category", "bunit", "tag"];

    private readonly FrozenDictionary<string, Entry> _byName;
    private readonly ImmutableArray<(IpNetwork Network, Entry Entry)> _byNetwork;

    private EntityDirectory(Dictionary<string, Entry> byName, ImmutableArray<(IpNetwork Network, Entry Entry)> byNetwork)
    {
        _byName = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _byNetwork = byNetwork;
    }

    /// <summary>The directory of a run's lookups; null where they say nothing of assets and identities.</summary>
    public static EntityDirectory? Of(LookupStore lookups)
    {
        var byName = new Dictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        var byNetwork = ImmutableArray.CreateBuilder<(IpNetwork, Entry)>();
        foreach (var (lookup, names) in ((string, ImmutableArray<string>)[])[(EntityLookups.AssetsByName, EntityLookups.AssetNames), (EntityLookups.AssetsByNetwork, EntityLookups.AssetNames), (EntityLookups.Identities, EntityLookups.IdentityNames)])
        {
            if (lookups.Find(lookup) is not { } table)
                continue;
            foreach (var (name, entry) in Names(table, names))
            {
                if (name.Contains('/', StringComparison.Ordinal) && IpNetwork.TryParse(name, out var network))
                    byNetwork.Add((network, entry));
                else
                    byName.TryAdd(name, entry);
            }
        }

        return byName.Count == 0 && byNetwork.Count == 0 ? null : new(byName, byNetwork.ToImmutable());
    }

    /// <inheritdoc/>
    public Value Find(Value entity, string attribute)
    {
        foreach (var item in entity.Items)
        {
            if (Known(item.ToText()) is { } entry)
                return entry[attribute];
        }

        return default;
    }

    private Entry? Known(string name)
    {
        if (_byName.TryGetValue(name, out var entry))
            return entry;
        if (_byNetwork.IsEmpty || !IpAddress.TryParse(name, out var address))
            return null;
        foreach (var (network, inside) in _byNetwork)
        {
            if (network.Contains(address))
                return inside;
        }

        return null;
    }

    private static IEnumerable<(string Name, Entry Entry)> Names(LookupTable table, ImmutableArray<string> columns)
    {
        int[] places = [.. columns.Select(column => table.Columns.IndexOf(column, 0, table.Columns.Length, StringComparer.OrdinalIgnoreCase)).Where(place => place >= 0)];
        foreach (var row in table.Rows)
        {
            var entry = new Entry(table.Columns, row);
            foreach (var name in places.SelectMany(place => Items(row[place])))
                yield return (name, entry);
        }
    }

    private static string[] Items(string cell) => cell.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private sealed class Entry(ImmutableArray<string> columns, ImmutableArray<string> row)
    {
        public Value this[string attribute]
        {
            get
            {
                var place = columns.IndexOf(attribute, 0, columns.Length, StringComparer.OrdinalIgnoreCase);
                if (place < 0 || row[place].Length == 0)
                    return default;
                return Lists.Contains(attribute, StringComparer.Ordinal) ? Value.OfMany(Items(row[place]).Select(Value.Of)) : Value.Of(row[place]);
            }
        }
    }
}
