using System.Collections.Immutable;
using DetectionKit.Bundles;

namespace DetectionKit.Sensor.Alerts;

/// <summary>What an alert means for whom: the rule's risk with the row's values filled in.</summary>
/// <param name="Message">The text; null: the rule has none.</param>
/// <param name="Score">The highest score among the objects; 0: none.</param>
/// <param name="Objects">Who is at risk.</param>
/// <param name="Threats">What the threat is known by.</param>
internal sealed record AlertRisk(string? Message, int Score, ImmutableArray<(string Field, string Type, string Value, int Score)> Objects, ImmutableArray<(string Field, string Type, string Value)> Threats)
{
    private const int LongestMessage = 4096;

    /// <summary>The risk of an alert. A field with several values is several objects.</summary>
    public static AlertRisk Of(Alert alert)
    {
        if (alert.Detection?.Risk is not { } risk)
            return new(null, 0, [], []);
        ImmutableArray<BundleRiskObject> objects = risk.Objects.IsDefault ? [] : risk.Objects;
        ImmutableArray<BundleThreatObject> threats = risk.Threats.IsDefault ? [] : risk.Threats;
        var filled = objects.SelectMany(one => ValuesOf(alert, one.Field), (one, value) => (one.Field, one.Type, value, one.Score)).ToImmutableArray();
        return new(
            risk.Message is { } message ? Fill(message, alert) : null,
            filled.IsEmpty ? 0 : filled.Max(one => one.Score),
            filled,
            [.. threats.SelectMany(one => ValuesOf(alert, one.Field), (one, value) => (one.Field, one.Type, value))]);
    }

    private static IEnumerable<string> ValuesOf(Alert alert, string field) => alert.Row[field].Items.Select(item => item.ToText());

    // $field$ is the row's value; a name that is no column stays as it is.
    private static string Fill(string message, Alert alert)
    {
        var parts = message.Split('$');
        var text = new System.Text.StringBuilder(parts[0]);
        for (var i = 1; i < parts.Length; i++)
        {
            if (i + 1 < parts.Length && !alert.Row[parts[i]].IsNull)
                text.AppendJoin(", ", ValuesOf(alert, parts[i])).Append(parts[++i]);
            else
                text.Append('$').Append(parts[i]);
        }

        return text.Length > LongestMessage ? text.ToString(0, LongestMessage) : text.ToString();
    }
}
