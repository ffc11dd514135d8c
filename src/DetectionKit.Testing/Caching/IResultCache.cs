using System.Collections.Immutable;

namespace DetectionKit.Testing.Caching;

/// <summary>Remembers what rules found on a dataset. Whatever is wrong with it is a miss. Safe to call from several threads for different datasets.</summary>
public interface IResultCache
{
    /// <summary>What is remembered.</summary>
    /// <param name="dataset">The dataset's path.</param>
    /// <param name="contentHash">The hash of its content.</param>
    /// <returns>By rule key: rows, each one line of JSON.</returns>
    ImmutableDictionary<string, ImmutableArray<string>> Load(string dataset, string contentHash);

    /// <summary>Remembers this in place of what was remembered for the dataset.</summary>
    /// <param name="dataset">The dataset's path.</param>
    /// <param name="contentHash">The hash of its content.</param>
    /// <param name="rows">By rule key.</param>
    void Store(string dataset, string contentHash, ImmutableDictionary<string, ImmutableArray<string>> rows);
}
