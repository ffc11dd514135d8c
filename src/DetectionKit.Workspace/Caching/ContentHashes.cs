using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Caching;

/// <summary>The hash of each definition by its name. Which file defines which name is remembered by the file's hash, so that an unchanged file is not parsed.</summary>
internal sealed class ContentHashes
{
    private const int MostNames = 10_000;
    private readonly Dictionary<(ReachKind Kind, string Name), string> _byName = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private readonly Lazy<string> _allLookups;

    private ContentHashes() => _allLookups = new(() =>
    {
        var all = _byName.Where(pair => pair.Key.Kind == ReachKind.Lookup).OrderBy(pair => pair.Key.Name, StringComparer.Ordinal).Select(pair => pair.Value);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', all))));
    });

    /// <summary>Whether the index does not know some file yet.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Whether no content file has a diagnostic.</summary>
    public bool AreAllClean { get; private set; } = true;

    public static ContentHashes Of(ImmutableArray<ContentFile> files, CacheIndex index, Lazy<ContentSet> parsed, DataSources? sources)
    {
        var hashes = new ContentHashes();
        if (sources is not null)
            hashes._byName.Add((ReachKind.DataSources, ""), sources.Hash);
        var isKnown = files.All(file => index.ContentNames.ContainsKey(Key(file)));
        var dirty = isKnown ? [] : parsed.Value.Diagnostics.Select(diagnostic => diagnostic.Span.Source.Path).ToHashSet(StringComparer.Ordinal);
        hashes.AreAllClean = dirty.Count == 0;
        foreach (var file in files)
        {
            var key = Key(file);
            if ((isKnown ? index.ContentNames[key] : parsed.Value.Names.GetValueOrDefault(file.File.ShownPath)) is not { } name)
                continue;
            hashes._byName.TryAdd((file.Kind == ContentKind.Lookup ? ReachKind.Lookup : ReachKind.Macro, name), file.Hash);
            if (dirty.Contains(file.File.ShownPath))
                continue;
            hashes._names[key] = name;
            hashes.HasChanged |= !index.ContentNames.ContainsKey(key);
        }

        return hashes;
    }

    /// <summary>The hash of a definition; empty where there is none.</summary>
    public string Find(ReachKind kind, string name)
    {
        if (_byName.TryGetValue((kind, name), out var hash))
            return hash;

        // A lookup's file is known to its definition alone, and any of them may be that.
        return kind == ReachKind.Lookup && name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? _allLookups.Value : "";
    }

    public void Store(CacheIndex index)
    {
        // Every edit of a content file leaves its old hash behind.
        if (index.ContentNames.Count > MostNames)
            index.ContentNames.Clear();
        foreach (var (key, name) in _names)
            index.ContentNames[key] = name;
    }

    private static string Key(ContentFile file) => (file.Kind == ContentKind.Lookup ? "L" : "M") + file.Hash;
}
