namespace DetectionKit.Language.Content.Schema;

/// <summary>Reads <c>tags</c>, or the same keys of the flat form.</summary>
internal static class TagsReader
{
    public static DetectionTags Read(MappingReader reader, SchemaGeneration generation)
    {
        var diagnostics = reader.Diagnostics;
        var tags = new DetectionTags
        {
            AnalyticStories = reader.Texts("analytic_story", isRequired: true),
            AssetType = reader.LocatedText("asset_type", isRequired: true),
            AttackIds = reader.Texts("mitre_attack_id"),
            Products = reader.Texts("product", isRequired: true),
            SecurityDomain = reader.LocatedText("security_domain", isRequired: true),
            Cves = reader.Texts("cve"),
            Throttling = Throttling(reader.Mapping("throttling")),
            ManualTest = reader.LocatedText("manual_test"),
        };
        reader.Ignored("group", "cis20", "nist", "atomic_guid");
        reader.Ignored(OlderKeys.OfRisk.AsSpan());
        if (generation == SchemaGeneration.Version4)
        {
            // What this generation requires of every file is no extra; nobody reads it.
            reader.Ignored("required_fields");
        }

        reader.Older(OlderKeys.OfTags.AsSpan());
        Checks.OneOf(tags.AssetType, "asset_type", Enumerations.AssetTypes, diagnostics);
        Checks.OneOf(tags.SecurityDomain, "security_domain", Enumerations.SecurityDomains, diagnostics);
        foreach (var product in tags.Products)
            Checks.OneOf(product, "product", Enumerations.Products, diagnostics);
        foreach (var id in tags.AttackIds)
            Checks.Attack(id, diagnostics);
        foreach (var cve in tags.Cves)
            Checks.Cve(cve, diagnostics);
        return tags;
    }

    private static Throttling? Throttling(MappingReader? reader)
    {
        if (reader is null)
            return null;
        var throttling = new Throttling(reader.Texts("fields", isRequired: true), reader.LocatedText("period", isRequired: true));
        reader.Close();
        return throttling;
    }
}
