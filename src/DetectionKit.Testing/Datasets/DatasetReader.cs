using System.Collections.Immutable;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Testing.Datasets;

/// <summary>Reads one <c>dataset.yml</c>: <c>name kind technique</c>, and either <c>file sha256 sourcetype source</c> or a list <c>files</c> of those. Pure.</summary>
public static class DatasetReader
{
    /// <summary>Reads it.</summary>
    /// <param name="folder">The dataset's folder within the repository.</param>
    /// <param name="fullFolder">The folder on this machine.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The dataset; null where something is wrong.</returns>
    public static Dataset? TryRead(string folder, string fullFolder, string text, ICollection<DatasetProblem> problems)
    {
        var path = $"{folder}/dataset.yml";
        var source = new SourceText(path, text);
        var diagnostics = new DiagnosticBag();
        var document = YamlDocument.Parse(source, diagnostics);
        foreach (var diagnostic in diagnostics.Where(d => d.Severity == Severity.Error))
            problems.Add(new(path, diagnostic.Span.Start.Line, diagnostic.Message));
        if (diagnostics.HasErrors)
            return null;
        if (document.Root is not YamlMapping root)
        {
            problems.Add(new(path, 1, "a dataset.yml is a mapping: name, description, kind, file, sha256"));
            return null;
        }

        var before = problems.Count;
        var kind = KindOf(root, path, problems);
        var files = root.Find("files") is { } list ? FilesOf(list.Value, folder, fullFolder, path, problems) : FileOf(root, folder, fullFolder, path, problems);
        if (files.IsEmpty && problems.Count == before)
            problems.Add(new(path, 1, "no data: `file` names the capture or log beside this file"));
        if (problems.Count > before)
            return null;
        return new Dataset(folder, root.TextOf("name") ?? folder, kind, root.TextOf("technique"), files);
    }

    private static DatasetKind KindOf(YamlMapping root, string path, ICollection<DatasetProblem> problems)
    {
        switch (root.TextOf("kind"))
        {
            case "attack":
                return DatasetKind.Attack;
            case "benign":
                return DatasetKind.Benign;
            default:
                problems.Add(new(path, root.Find("kind")?.Value.Span.Start.Line ?? 1, "`kind` says attack or benign"));
                return DatasetKind.Attack;
        }
    }

    private static ImmutableArray<DatasetFile> FilesOf(YamlNode list, string folder, string fullFolder, string path, ICollection<DatasetProblem> problems)
    {
        if (list is YamlSequence sequence && sequence.Items.All(item => item is YamlMapping))
            return [.. sequence.Items.SelectMany(item => FileOf((YamlMapping)item, folder, fullFolder, path, problems))];
        problems.Add(new(path, list.Span.Start.Line, "`files` is a list of mappings: file, sha256, sourcetype"));
        return [];
    }

    private static ImmutableArray<DatasetFile> FileOf(YamlMapping node, string folder, string fullFolder, string path, ICollection<DatasetProblem> problems)
    {
        if (node.TextOf("file") is not { } file)
            return [];
        var line = node.Find("file")!.Value.Span.Start.Line;
        if (Path.IsPathRooted(file) || file.Split('/', '\\').Contains("..", StringComparer.Ordinal))
        {
            problems.Add(new(path, line, $"{file} lies outside the dataset's folder"));
            return [];
        }

        var fullPath = Path.Combine(fullFolder, file);
        return [new DatasetFile($"{folder}/{file}", fullPath, node.TextOf("sha256")?.ToLowerInvariant(), node.TextOf("sourcetype"), node.TextOf("source"))];
    }
}
