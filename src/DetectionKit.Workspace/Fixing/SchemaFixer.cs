using System.Collections.Immutable;
using System.Text;
using DetectionKit.Language.Content.Upgrade;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace.Fixing;

/// <summary>Brings files of an older schema up to date in place (<see cref="SchemaUpgrade"/>).</summary>
public static class SchemaFixer
{
    /// <summary>Rewrites the files that need it; those that cannot be read as YAML in UTF-8, or could not be afterwards, are left for the check to report.</summary>
    /// <param name="root">The folder that paths are relative to.</param>
    /// <param name="paths">Files and folders.</param>
    /// <returns>The files that were rewritten, as shown.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static ImmutableArray<string> Fix(string root, IEnumerable<string> paths)
    {
        var rewritten = ImmutableArray.CreateBuilder<string>();
        foreach (var (full, shown) in RuleFiles.Find(root, paths))
        {
            var file = TextFile.Read(full, shown);
            if (file.Failure is not null || !file.IsUtf8 || Fixed(file.Source) is not { } text)
                continue;
            Replace(full, text);
            rewritten.Add(shown);
        }

        return rewritten.ToImmutable();
    }

    private static string? Fixed(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var edits = SchemaUpgrade.Edits(YamlDocument.Parse(source, diagnostics));
        if (edits.IsEmpty || diagnostics.HasErrors)
            return null;

        // An anchor that goes with its key may be meant elsewhere: then the file is better left.
        var text = TextEdit.Apply(source.Text, edits);
        YamlDocument.Parse(new SourceText(source.Path, text), diagnostics);
        return diagnostics.HasErrors ? null : text;
    }

    private static void Replace(string path, string text)
    {
        var hasMark = File.ReadAllBytes(path).AsSpan().StartsWith(Encoding.UTF8.Preamble);
        WholeFile.Write(path, hasMark ? "\uFEFF" + text : text);
    }
}
