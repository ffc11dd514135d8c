using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Language.Content.Schema;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Content.Lookups;

/// <summary>Reads a lookup's definition (transforms.conf's keys in contentctl's YAML).</summary>
public static class LookupReader
{
    /// <summary>Reads a definition; null where the file holds none, which is reported.</summary>
    /// <param name="document">The file's document.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static LookupDefinition? Read(YamlDocument document, DiagnosticBag diagnostics)
    {
        if (MappingReader.Of(document, "lookup", diagnostics) is not { } reader)
            return null;
        var name = reader.LocatedText("name", isRequired: true);
        var file = reader.LocatedText("filename");
        var collection = reader.LocatedText("collection");
        var time = Time(reader);
        var kind = Kind(reader.LocatedText("lookup_type"), file, collection);
        var definition = new LookupDefinition
        {
            Name = name?.Value ?? "",
            NameSpan = name?.Span ?? reader.Place,
            Kind = kind,
            FileName = file,
            Fields = [.. reader.Texts("fields_list").AddRange(reader.Texts("fields")).SelectMany(text => Split(text.Value))],
            Matches = Matches(reader.Texts("match_type"), diagnostics),
            CaseSensitive = Boolean(reader.LocatedText("case_sensitive_match"), diagnostics) ?? true,
            MinMatches = reader.Integer("min_matches", 0, 1000)?.Value ?? 0,
            MaxMatches = reader.Integer("max_matches", 1, 1_000_000)?.Value ?? (time is null ? LookupTable.UsualMatches : LookupTable.UsualMatchesByTime),
            DefaultMatch = reader.LocatedText("default_match")?.Value,
            Time = time,
        };
        reader.Ignored("description", "id", "version", "date", "author", "key_fields", "filter", "creation_date", "modification_date", "status", "references");
        reader.Close();
        return name is null ? null : definition;
    }

    private static LookupTime? Time(MappingReader reader)
    {
        var column = reader.LocatedText("time_field")?.Value;
        var format = reader.LocatedText("time_format")?.Value ?? LookupTime.UsualFormat;
        var least = reader.Integer("min_offset_secs", 0, int.MaxValue)?.Value ?? 0;
        var most = reader.Integer("max_offset_secs", 0, int.MaxValue)?.Value ?? LookupTime.UsualMaxOffset;
        return column is null ? null : new LookupTime(column) { Format = format, MinOffset = least, MaxOffset = most };
    }

    private static LookupKind Kind(Located<string>? declared, Located<string>? file, Located<string>? collection)
    {
        if (collection is not null || declared is { Value: "kvstore" })
            return LookupKind.KvStore;
        return declared is { Value: "mlmodel" } || file?.Value.EndsWith(".mlmodel", StringComparison.OrdinalIgnoreCase) == true ? LookupKind.MlModel : LookupKind.Csv;
    }

    private static bool? Boolean(Located<string>? text, DiagnosticBag diagnostics)
    {
        switch (text?.Value.ToLowerInvariant())
        {
            case null:
                return null;
            case "true" or "1" or "yes":
                return true;
            case "false" or "0" or "no":
                return false;
            default:
                diagnostics.Report(DiagnosticTable.NotBoolean, text.Value.Span, "case_sensitive_match");
                return null;
        }
    }

    private static ImmutableDictionary<string, LookupMatch> Matches(ImmutableArray<Located<string>> lists, DiagnosticBag diagnostics)
    {
        var matches = ImmutableDictionary.CreateBuilder<string, LookupMatch>(StringComparer.Ordinal);
        foreach (var list in lists)
        {
            foreach (var entry in Split(list.Value))
            {
                var open = entry.IndexOf('(', StringComparison.Ordinal);
                var match = open > 0 && entry.EndsWith(')') ? Match(entry[..open].Trim()) : null;
                if (match is { } kind)
                    matches[entry[(open + 1)..^1].Trim()] = kind;
                else
                    diagnostics.Report(DiagnosticTable.BadMatchType, list.Span, entry);
            }
        }

        return matches.ToImmutable();
    }

    private static LookupMatch? Match(string word) => word.ToUpperInvariant() switch
    {
        "WILDCARD" => LookupMatch.Wildcard,
        "CIDR" => LookupMatch.Cidr,
        "EXACT" => LookupMatch.Exact,
        _ => null,
    };

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
