using System.Globalization;
using DetectionKit.Bundles;
using DetectionKit.Language.Content;

namespace DetectionKit.Cli.Packing;

/// <summary>What a rule says of risk and of repeated rows, for the manifest: a sensor has no YAML.</summary>
internal static class RiskContents
{
    /// <summary>The rule's <c>rba</c>; null: it has none.</summary>
    public static BundleRisk? Of(DetectionSyntax? syntax) => syntax?.Risk is not { } risk ? null : new()
    {
        Message = risk.Message?.Value,
        Objects = [.. risk.Objects.Select(one => new BundleRiskObject(one.Field.Value, one.Type?.Value ?? "other", one.Score ?? 0))],
        Threats = [.. risk.Threats.Select(one => new BundleThreatObject(one.Field.Value, one.Type?.Value ?? "other"))],
    };

    /// <summary>The rule's <c>throttling</c>; null: it has none, or its period cannot be read.</summary>
    public static BundleThrottling? ThrottlingOf(DetectionSyntax? syntax) =>
        syntax?.Tags?.Throttling is { Period.Value: { Length: > 1 } period } throttling && !throttling.Fields.IsDefaultOrEmpty && SecondsOf(period) is { } seconds
            ? new([.. throttling.Fields.Select(field => field.Value)], seconds)
            : null;

    // savedsearches.conf, alert.suppress.period: a number and s, m, h or d.
    private static long? SecondsOf(string period)
    {
        var unit = char.ToLowerInvariant(period[^1]) switch { 's' => 1, 'm' => 60, 'h' => 3600, 'd' => 86_400, _ => 0 };
        return unit > 0 && int.TryParse(period.AsSpan(0, period.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? (long)count * unit : null;
    }
}
