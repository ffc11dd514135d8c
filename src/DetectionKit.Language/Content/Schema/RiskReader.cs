using System.Collections.Immutable;

namespace DetectionKit.Language.Content.Schema;

/// <summary>Reads what a detection says of risk, in whichever of the three forms.</summary>
internal static class RiskReader
{
    /// <summary>The risk; null where the file has none. <paramref name="tags"/> is the detection's own mapping in the flat form.</summary>
    public static RiskSyntax? Read(MappingReader reader, MappingReader? tags)
    {
        if (reader.Mapping("rba") is { } rba)
            return Based(rba);
        var finding = Finding(reader.Mapping("finding"));
        var threats = Threats(reader, "threat_objects");
        if (reader.Mapping("intermediate_findings") is { } findings)
            return Intermediate(findings, finding, threats);
        if (finding is not null)
            return new RiskSyntax(finding.Message, finding.Objects, threats);
        return tags is not null && tags.Has("observable") ? Observables(tags) : null;
    }

    private static RiskSyntax Based(MappingReader reader)
    {
        var message = reader.LocatedText("message", isRequired: true);
        var objects = Objects(reader, "risk_objects");
        var threats = Threats(reader, "threat_objects");
        if (reader.Node("risk_objects") is null)
            reader.Missing("risk_objects");
        reader.Close();
        return new RiskSyntax(message, objects, threats);
    }

    private static RiskSyntax? Finding(MappingReader? reader)
    {
        if (reader is null)
            return null;
        var message = reader.LocatedText("title");
        var entity = reader.Mapping("entity") is { } one ? Object(one) : null;
        reader.Ignored("description", "message");
        reader.Close();
        return new RiskSyntax(message, entity is null ? [] : [entity], []);
    }

    private static RiskSyntax Intermediate(MappingReader reader, RiskSyntax? finding, ImmutableArray<ThreatObject> outer)
    {
        var message = reader.LocatedText("message") ?? finding?.Message;
        var objects = Objects(reader, "entities").AddRange(Objects(reader, "risk_objects"));
        var threats = Threats(reader, "threat_objects");
        reader.Close();
        return new RiskSyntax(message, objects, outer.AddRange(threats));
    }

    private static ImmutableArray<RiskObject> Objects(MappingReader reader, string key) =>
        [.. reader.Mappings(key).Select(Object).OfType<RiskObject>()];

    private static RiskObject? Object(MappingReader reader)
    {
        var field = reader.LocatedText("field", isRequired: true);
        var type = reader.LocatedText("type", isRequired: true);
        var score = reader.Integer("score", 0, 100);
        reader.Ignored("message");
        reader.Close();
        Checks.OneOf(type, "risk object type", Enumerations.RiskObjectTypes, reader.Diagnostics);
        return field is { } name ? new RiskObject(name, type, score?.Value) : null;
    }

    private static ImmutableArray<ThreatObject> Threats(MappingReader reader, string key) =>
        [.. reader.Mappings(key).Select(Threat).OfType<ThreatObject>()];

    private static ThreatObject? Threat(MappingReader reader)
    {
        var field = reader.LocatedText("field", isRequired: true);
        var type = reader.LocatedText("type", isRequired: true);
        reader.Close();
        Checks.OneOf(type, "threat object type", Enumerations.ThreatObjectTypes, reader.Diagnostics);
        return field is { } name ? new ThreatObject(name, type) : null;
    }

    /// <summary>The 2024 generation: a victim is at risk by the one score, whoever else is named is the threat.</summary>
    private static RiskSyntax Observables(MappingReader tags)
    {
        var message = tags.LocatedText("message");
        var score = tags.Integer("risk_score", 0, 100)?.Value;
        tags.Integer("impact", 0, 100);
        tags.Integer("confidence", 0, 100);
        var objects = ImmutableArray.CreateBuilder<RiskObject>();
        var threats = ImmutableArray.CreateBuilder<ThreatObject>();
        foreach (var reader in tags.Mappings("observable"))
        {
            var name = reader.LocatedText("name", isRequired: true);
            var type = reader.LocatedText("type", isRequired: true);
            var roles = reader.Texts("role", isRequired: true);
            reader.Close();
            Checks.OneOf(type, "observable type", Enumerations.ObservableTypes, reader.Diagnostics);
            foreach (var role in roles)
                Checks.OneOf(role, "observable role", Enumerations.ObservableRoles, reader.Diagnostics);
            if (name is not { } field)
                continue;
            if (roles.Any(role => string.Equals(role.Value, "Victim", StringComparison.Ordinal)))
                objects.Add(new RiskObject(field, type, score));
            else
                threats.Add(new ThreatObject(field, type));
        }

        return new RiskSyntax(message, objects.ToImmutable(), threats.ToImmutable());
    }
}
