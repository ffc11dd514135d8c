using System.Collections.Immutable;

namespace DetectionKit.Testing.Datasets;

/// <summary>A clone of Splunk's attack_data: its files by URL, and what its own descriptions say of them.</summary>
/// <param name="root">The clone's folder.</param>
public sealed class AttackDataFolder(string root)
{
    private readonly Dictionary<string, ImmutableArray<AttackDataset>> _described = new(StringComparer.Ordinal);

    /// <summary>Finds what a test names.</summary>
    /// <param name="url">The URL.</param>
    public AttackDataPlace Find(string url)
    {
        if (AttackData.Resolve(root, url) is not { } file)
            return new(null, null, null, null);
        if (LfsPointer.Is(file))
            return new(null, "a Git LFS pointer, not the data: git lfs pull", null, null);
        var described = DescribedIn(Path.GetDirectoryName(file)!).FirstOrDefault(dataset => string.Equals(dataset.FileName, Path.GetFileName(file), StringComparison.Ordinal));
        return new(file, null, described?.Source, described?.SourceType);
    }

    private ImmutableArray<AttackDataset> DescribedIn(string folder)
    {
        if (_described.TryGetValue(folder, out var known))
            return known;
        var datasets = ImmutableArray.CreateBuilder<AttackDataset>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.y*ml").Order(StringComparer.Ordinal))
        {
            try
            {
                datasets.AddRange(AttackDataReader.Read(file, File.ReadAllText(file)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A description that cannot be read says nothing; the data is there all the same.
            }
        }

        return _described[folder] = datasets.ToImmutable();
    }
}

/// <summary>Where the data of a URL is.</summary>
/// <param name="File">The file; null: it is not here.</param>
/// <param name="Reason">Why not, where it is not simply absent.</param>
/// <param name="Source">The <c>source</c> that its description gives its events, or null.</param>
/// <param name="SourceType">The <c>sourcetype</c> that its description gives its events, or null.</param>
public sealed record AttackDataPlace(string? File, string? Reason, string? Source, string? SourceType);
