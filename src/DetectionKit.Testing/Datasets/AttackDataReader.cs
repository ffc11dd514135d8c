using System.Collections.Immutable;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Testing.Datasets;

/// <summary>
/// Reads a description in Splunk's attack_data. The new form lists <c>datasets</c> of <c>name path sourcetype source</c>; the old one lists the
/// URLs under <c>dataset</c>, and <c>sourcetypes</c> beside them. Pure.
/// </summary>
public static class AttackDataReader
{
    /// <summary>Its datasets; none where it is not such a file.</summary>
    /// <param name="path">The file, for diagnostics.</param>
    /// <param name="text">Its text.</param>
    public static ImmutableArray<AttackDataset> Read(string path, string text)
    {
        var diagnostics = new DiagnosticBag();
        if (YamlDocument.Parse(new SourceText(path, text), diagnostics).Root is not YamlMapping root || diagnostics.HasErrors)
            return [];
        if (root.Find("datasets")?.Value is YamlSequence datasets)
            return [.. datasets.Items.OfType<YamlMapping>().SelectMany(node => NewOf(node))];
        return root.Find("dataset")?.Value is YamlSequence urls ? OldOf(root, TextsOf(urls)) : [];
    }

    private static ImmutableArray<AttackDataset> NewOf(YamlMapping node) => node.TextOf("path") is { } path
        ? [new(node.TextOf("name") ?? FileNameOf(path), FileNameOf(path), node.TextOf("sourcetype"), node.TextOf("source"))]
        : [];

    // Which of several source types is whose, the old form does not say: they stand in an order of their own, even where there are as many as files.
    private static ImmutableArray<AttackDataset> OldOf(YamlMapping root, ImmutableArray<string> urls)
    {
        ImmutableArray<string> types = root.Find("sourcetypes")?.Value is YamlSequence list ? TextsOf(list) : root.TextOf("sourcetypes") is { } one ? [one] : [];
        return [.. urls.Select(url => new AttackDataset(FileNameOf(url), FileNameOf(url), types.Length == 1 ? types[0] : null, null))];
    }

    private static ImmutableArray<string> TextsOf(YamlSequence list) => [.. list.Items.OfType<YamlScalar>().Where(item => !item.IsNull).Select(item => item.Value)];

    private static string FileNameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}

/// <summary>One dataset of Splunk's attack_data.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FileName">Its file, in the description's folder.</param>
/// <param name="SourceType">Its <c>sourcetype</c>, or null.</param>
/// <param name="Source">Its <c>source</c>, or null.</param>
public sealed record AttackDataset(string Name, string FileName, string? SourceType, string? Source);
