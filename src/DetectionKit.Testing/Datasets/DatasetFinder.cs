using System.Collections.Immutable;

namespace DetectionKit.Testing.Datasets;

/// <summary>Finds the datasets of a repository.</summary>
public static class DatasetFinder
{
    /// <summary>Every dataset under the folder <c>datasets/</c>, by path.</summary>
    /// <param name="root">The repository's folder.</param>
    /// <param name="problems">Takes what is wrong with those that cannot be used.</param>
    public static ImmutableArray<Dataset> Find(string root, ICollection<DatasetProblem> problems)
    {
        var top = Path.Combine(root, "datasets");
        if (!Directory.Exists(top))
            return [];
        var found = ImmutableArray.CreateBuilder<Dataset>();
        foreach (var file in Directory.EnumerateFiles(top, "dataset.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var fullFolder = Path.GetDirectoryName(file)!;
            var folder = Path.GetRelativePath(root, fullFolder).Replace('\\', '/');
            try
            {
                if (DatasetReader.TryRead(folder, fullFolder, File.ReadAllText(file), problems) is { } dataset)
                    found.Add(dataset);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(new($"{folder}/dataset.yml", 0, e.Message));
            }
        }

        return found.ToImmutable();
    }
}
