using System.Collections.Immutable;

namespace DetectionKit.Language.Content.Schema;

/// <summary>Keys of older generations of contentctl's schema, which 5.x does not take: a reader warns of them, and an upgrade takes them out.</summary>
internal static class OlderKeys
{
    /// <summary>Of a detection.</summary>
    public static ImmutableArray<string> OfDetection { get; } =
        ["data_sources", "datamodel", "datamodels", "baselines", "file_path", "experimental", "experiments", "deprecated"];

    /// <summary>Of <c>tags</c>.</summary>
    public static ImmutableArray<string> OfTags { get; } =
    [
        "required_fields", "automated_detection_testing", "context", "dataset", "datasets", "supported_tas", "kill_chain_phases", "risk_severity",
        "drilldown_search", "risk_level", "deployments",
    ];

    /// <summary>Of <c>tags</c>: what <c>rba</c> says since.</summary>
    public static ImmutableArray<string> OfRisk { get; } = ["observable", "message", "risk_score", "confidence", "impact"];

    /// <summary>Of an entry of <c>tests</c>.</summary>
    public static ImmutableArray<string> OfTest { get; } = ["file", "pass_condition", "earliest_time", "latest_time", "baselines"];

    /// <summary>Of an entry of <c>attack_data</c>.</summary>
    public static ImmutableArray<string> OfData { get; } = ["update_timestamp"];
}
