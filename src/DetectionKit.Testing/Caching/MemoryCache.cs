using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace DetectionKit.Testing.Caching;

/// <summary>Remembers results in the process, before another cache, which is told at <see cref="Settle"/>: what <c>--watch</c> needs.</summary>
/// <param name="behind">What is asked when nothing is remembered here.</param>
public sealed class MemoryCache(IResultCache behind) : IResultCache
{
    private readonly ConcurrentDictionary<string, (string Hash, ImmutableDictionary<string, ImmutableArray<string>> Rows)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _untold = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ImmutableDictionary<string, ImmutableArray<string>> Load(string dataset, string contentHash)
    {
        if (_known.TryGetValue(dataset, out var known) && string.Equals(known.Hash, contentHash, StringComparison.Ordinal))
            return known.Rows;
        var rows = behind.Load(dataset, contentHash);
        _known[dataset] = (contentHash, rows);
        return rows;
    }

    /// <inheritdoc/>
    public void Store(string dataset, string contentHash, ImmutableDictionary<string, ImmutableArray<string>> rows)
    {
        _known[dataset] = (contentHash, rows);
        _untold[dataset] = true;
    }

    /// <summary>Tells the cache behind what is new.</summary>
    public void Settle()
    {
        foreach (var dataset in _untold.Keys.Where(dataset => _untold.TryRemove(dataset, out _)))
            behind.Store(dataset, _known[dataset].Hash, _known[dataset].Rows);
    }
}
