using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Bundles;

namespace DetectionKit.Sensor.Rules;

/// <summary>Tells whether a rule is the same in two bundles: by its bound plan, and by every lookup that the plan names.</summary>
internal static class RuleMarks
{
    /// <summary>The marks by detection id. Plans stand in the order of the manifest's detections; where they do not, no rule has a mark.</summary>
    public static ImmutableDictionary<string, string> Of(Bundle bundle)
    {
        try
        {
            using var plans = JsonDocument.Parse(bundle.Plans);
            var detections = bundle.Manifest.Detections;
            if (plans.RootElement.ValueKind != JsonValueKind.Array || plans.RootElement.GetArrayLength() != detections.Length)
                return ImmutableDictionary<string, string>.Empty;
            var lookups = bundle.Lookups.Select(table => (Quoted: $"\"{table.Name}\"", Hash: HashOf(table))).ToImmutableArray();
            return detections.Zip(plans.RootElement.EnumerateArray(), (detection, plan) => (detection.Id, Mark: Mark(plan.GetRawText(), lookups)))
                .DistinctBy(pair => pair.Id, StringComparer.Ordinal)
                .ToImmutableDictionary(pair => pair.Id, pair => pair.Mark, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return ImmutableDictionary<string, string>.Empty;
        }
    }

    private static string Mark(string plan, ImmutableArray<(string Quoted, string Hash)> lookups)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{ContractVersion.Current}\n{plan}");
        foreach (var (quoted, hash) in lookups.Where(lookup => plan.Contains(lookup.Quoted, StringComparison.Ordinal)))
            text.Append('\n').Append(quoted).Append(hash);
        return Hash(text.ToString());
    }

    private static string HashOf(LookupTable table) => Hash(JsonSerializer.Serialize(table));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
