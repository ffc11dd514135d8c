using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Content.Schema;

/// <summary>
/// Reads a detection by contentctl's schema: 5.x first; the 2024 generation and the flat form of 2026 are told by their keys.
/// Keys of an older generation are warnings.
/// </summary>
public static class DetectionReader
{
    /// <summary>Reads a detection; null where the document is no mapping, which is reported.</summary>
    /// <param name="document">The file's document.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static DetectionSyntax? Read(YamlDocument document, DiagnosticBag diagnostics)
    {
        if (MappingReader.Of(document, "detection", diagnostics) is not { } reader)
            return null;
        var generation = Generation(reader);
        var tagsReader = generation == SchemaGeneration.Flat ? reader : reader.Mapping("tags", isRequired: true);
        var tags = tagsReader is null ? new DetectionTags() : TagsReader.Read(tagsReader, generation);
        var risk = RiskReader.Read(reader, tagsReader);
        var syntax = new DetectionSyntax
        {
            Source = document.Source,
            Generation = generation,
            Name = reader.LocatedText("name", isRequired: true),
            Id = reader.LocatedText("id", isRequired: true),
            Version = reader.Integer("version", 0, int.MaxValue, isRequired: true),
            Date = Date(reader, generation),
            Author = reader.LocatedText("author", isRequired: true),
            Status = reader.LocatedText("status", isRequired: true),
            Type = reader.LocatedText("type", isRequired: true),
            Description = reader.LocatedText("description", isRequired: true),
            HowToImplement = reader.LocatedText("how_to_implement", isRequired: true),
            KnownFalsePositives = reader.LocatedText("known_false_positives", isRequired: true),
            Search = reader.RequiredText("search"),
            DataSources = reader.Texts("data_source"),
            References = reader.Texts("references"),
            Drilldowns = [.. reader.Mappings("drilldown_searches").Select(Drilldown)],
            Tests = [.. reader.Mappings("tests").Select(TestReader.Read)],
            Tags = tags,
            Risk = risk,
        };
        if (generation != SchemaGeneration.Flat)
            tagsReader?.Close();
        reader.Ignored("deployment", "enabled_by_default", "creation_date", "modification_date", "deprecation_info", "status_aux", "category");
        reader.Older(OlderKeys.OfDetection.AsSpan());
        reader.Close();
        Check(syntax, reader);
        return syntax;
    }

    private static SchemaGeneration Generation(MappingReader reader)
    {
        if (!reader.Has("tags") && (reader.Has("analytic_story") || reader.Has("asset_type") || reader.Has("intermediate_findings") || reader.Has("finding")))
            return SchemaGeneration.Flat;
        var isOlder = !reader.Has("rba") && reader.Find("tags") is YamlMapping tags && (tags.Find("observable") is not null || tags.Find("required_fields") is not null);
        return isOlder ? SchemaGeneration.Version4 : SchemaGeneration.Version5;
    }

    private static Located<string>? Date(MappingReader reader, SchemaGeneration generation)
    {
        if (generation != SchemaGeneration.Flat || reader.Has("date"))
            return reader.LocatedText("date", isRequired: true);
        Checks.Date(reader.LocatedText("creation_date"), reader.Diagnostics);
        return reader.LocatedText("modification_date") ?? reader.LocatedText("creation_date");
    }

    private static DrilldownSearch Drilldown(MappingReader reader)
    {
        var drilldown = new DrilldownSearch(
            reader.LocatedText("name", isRequired: true), reader.LocatedText("search", isRequired: true),
            reader.LocatedText("earliest_offset"), reader.LocatedText("latest_offset"));
        reader.Close();
        return drilldown;
    }

    private static void Check(DetectionSyntax syntax, MappingReader reader)
    {
        var diagnostics = reader.Diagnostics;
        Checks.Uuid(syntax.Id, diagnostics);
        Checks.Date(syntax.Date, diagnostics);
        Checks.OneOf(syntax.Type, "type", Enumerations.Types, diagnostics);
        Checks.OneOf(syntax.Status, "status", Enumerations.Statuses, diagnostics);
        foreach (var reference in syntax.References)
            Checks.Reference(reference, diagnostics);
        if (syntax.Name is { } name && name.Value.Trim().Length == 0)
            diagnostics.Report(DiagnosticTable.EmptyText, name.Span, "name");
        if (syntax.Search is { } search && search.Value.Trim().Length == 0)
            diagnostics.Report(DiagnosticTable.EmptyText, search.Span, "search");
        if (syntax is { Status.Value: "production", Tests.IsEmpty: true, Tags.ManualTest: null, Type: { Value: not "Correlation" } })
            diagnostics.Report(DiagnosticTable.ProductionWithoutTest, syntax.Status!.Value.Span);
        if (syntax is { Type: { Value: "TTP" or "Anomaly" } type, Risk: null })
            diagnostics.Report(DiagnosticTable.NoRisk, type.Span, type.Value);
    }
}
