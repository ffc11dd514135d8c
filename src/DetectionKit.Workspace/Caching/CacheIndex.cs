namespace DetectionKit.Workspace.Caching;

/// <summary>The cache's one index.</summary>
internal sealed class CacheIndex
{
    /// <summary>What a content file of that hash defines: a hash of its bytes to the name. Files with diagnostics are not here.</summary>
    public Dictionary<string, string> ContentNames { get; } = new(StringComparer.Ordinal);

    /// <summary>Rules by their full path.</summary>
    public Dictionary<string, CachedRule> Rules { get; } = new(StringComparer.Ordinal);
}
