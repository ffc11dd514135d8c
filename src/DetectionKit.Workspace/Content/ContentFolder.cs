using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DetectionKit.Language.Content.Lookups;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Workspace.Content;

/// <summary>The macro and lookup files of a content folder, read and hashed but not parsed.</summary>
internal static class ContentFolder
{
    /// <summary>The files in ordinal order of their paths; none where the folders are missing.</summary>
    public static ImmutableArray<ContentFile> Read(string root, string folder) =>
        [.. Files(root, folder, "macros").Select(Macro), .. Files(root, folder, "lookups").Select(Lookup)];

    /// <summary>The file of a lookup's data: the one that is named like its definition, or that the definition names; found by the definition's text.</summary>
    public static string DataPath(string definitionPath, string fileName) =>
        Path.Combine(Path.GetDirectoryName(definitionPath) ?? "", Path.GetFileName(fileName));

    private static IEnumerable<TextFile> Files(string root, string folder, string kind)
    {
        var full = Path.Combine(Path.GetFullPath(folder, root), kind);
        if (!Directory.Exists(full))
            return [];
        return Directory.EnumerateFiles(full, "*", RuleFiles.Recursive)
            .Where(RuleFiles.IsYaml)
            .Order(StringComparer.Ordinal)
            .Select(file => TextFile.Read(file, RuleFiles.Shown(Path.Combine(folder, kind), Path.GetRelativePath(full, file))));
    }

    private static ContentFile Macro(TextFile file) => new(file, ContentKind.Macro, file.Hash);

    private static ContentFile Lookup(TextFile file)
    {
        // The data counts as the definition does: its columns decide what a search compiles to, its rows what the search finds.
        var data = HashOf(DataPath(file.FullPath, DataName(file) ?? Path.GetFileNameWithoutExtension(file.FullPath) + ".csv"));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(file.Hash + "\n" + data));
        return new ContentFile(file, ContentKind.Lookup, Convert.ToHexString(hash));
    }

    /// <summary>The value of the key <c>filename</c> by its line; the definition itself is parsed only when it is used, or where the key is written in another way.</summary>
    private static string? DataName(TextFile file)
    {
        foreach (var line in file.Source.Text.AsSpan().EnumerateLines())
        {
            if (MarginKeys.Value(line, "filename:") is { Length: > 0 } name && name[0] is not ('>' or '|' or '&' or '*' or '!'))
                return name;
        }

        return file.Source.Text.Contains("filename", StringComparison.Ordinal) ? LookupReader.Read(YamlDocument.Parse(file.Source, []), [])?.FileName?.Value : null;
    }

    private static string HashOf(string path)
    {
        if (!File.Exists(path))
            return "";
        try
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexString(SHA256.HashData(stream));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
