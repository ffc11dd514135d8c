using System.Collections.Immutable;

namespace DetectionKit.Testing.Caching;

/// <summary>Remembers nothing.</summary>
public sealed class NoCache : IResultCache
{
    /// <inheritdoc/>
    public ImmutableDictionary<string, ImmutableArray<string>> Load(string dataset, string contentHash) => ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <inheritdoc/>
    public void Store(string dataset, string contentHash, ImmutableDictionary<string, ImmutableArray<string>> rows)
    {
    }
}
