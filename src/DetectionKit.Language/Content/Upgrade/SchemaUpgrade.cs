using System.Collections.Immutable;
using DetectionKit.Language.Content.Schema;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Content.Upgrade;

/// <summary>
/// Brings a detection of the 2024 generation to contentctl's 5.x form: <c>tags.observable</c>, <c>message</c> and <c>risk_score</c> become
/// <c>rba</c>, and keys without a meaning any more go. Only those lines change; comments among them stay. The flat form of 2026 is newer than that and is
/// left as it is: older files are brought forward, none is taken back.
/// </summary>
public static class SchemaUpgrade
{
    // contentctl 5's DetectionTags takes none of these.
    private static readonly ImmutableArray<string> GoneFromTags = [.. OlderKeys.OfRisk, .. OlderKeys.OfTags];

    /// <summary>The edits that bring a file up to date; none where it is, or is no detection of block style.</summary>
    /// <param name="document">The file.</param>
    public static ImmutableArray<TextEdit> Edits(YamlDocument document)
    {
        if (document.Root is not YamlMapping root || root.Find("tags")?.Value is not YamlMapping { Entries.IsEmpty: false } tags || !IsBlock(root) || !IsBlock(tags))
            return [];
        var lines = new EntryLines(document.Source);
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var isOlder = root.Find("rba") is null && (tags.Find("observable") ?? tags.Find("risk_score") ?? tags.Find("required_fields")) is not null;
        if (isOlder && Risk(root, tags, document.Source) is { } risk)
            edits.Add(new TextEdit(new TextSpan(lines.StartOf(root.Find("tags")!), 0), risk));
        if (isOlder)
        {
            // Some rules of that time spell it so; what it says stays.
            var misnamed = root.Find("data_source") is null ? root.Find("data_sources") : null;
            if (misnamed is not null)
                edits.Add(new TextEdit(misnamed.Key.Span.Span, "data_source"));
            edits.AddRange(Removals(root, misnamed is null ? OlderKeys.OfDetection : OlderKeys.OfDetection.Remove("data_sources", StringComparer.Ordinal), lines));
        }

        edits.AddRange(Removals(tags, GoneFromTags, lines));
        foreach (var test in Items(root.Find("tests")?.Value))
        {
            edits.AddRange(Removals(test, OlderKeys.OfTest, lines));
            foreach (var data in Items(test.Find("attack_data")?.Value))
                edits.AddRange(Removals(data, OlderKeys.OfData, lines));
        }

        return edits.ToImmutable();
    }

    // contentctl wants rba of types that make risk, and refuses it of the others.
    private static string? Risk(YamlMapping root, YamlMapping tags, SourceText source) =>
        root.Find("type")?.Value is YamlScalar { Value: "TTP" or "Anomaly" } && tags.Find("observable") is not null
            ? new RiskBlock(source, tags).Write()
            : null;

    private static IEnumerable<TextEdit> Removals(YamlMapping mapping, ImmutableArray<string> keys, EntryLines lines)
    {
        // The first key of a list's item shares its line with the dash, and a mapping must keep a key.
        var leaving = mapping.Entries.Where(entry => keys.Contains(entry.Key.Value, StringComparer.Ordinal) && lines.BeginsLine(entry)).ToArray();
        return leaving.Length == mapping.Entries.Length ? [] : leaving.Select(lines.Removal);
    }

    private static IEnumerable<YamlMapping> Items(YamlNode? node) =>
        node is YamlSequence sequence ? sequence.Items.OfType<YamlMapping>().Where(IsBlock) : [];

    private static bool IsBlock(YamlMapping mapping) => mapping.Span.Source.Text[mapping.Span.Span.Start] != '{';
}
