using System.Collections.Immutable;

namespace DetectionKit.Language.Content;

/// <summary>What a detection says of its place among others.</summary>
public sealed record DetectionTags
{
    /// <summary><c>analytic_story</c></summary>
    public ImmutableArray<Located<string>> AnalyticStories { get; init; } = [];

    /// <summary><c>asset_type</c></summary>
    public Located<string>? AssetType { get; init; }

    /// <summary><c>mitre_attack_id</c>: ids of ATT&amp;CK techniques.</summary>
    public ImmutableArray<Located<string>> AttackIds { get; init; } = [];

    /// <summary><c>product</c></summary>
    public ImmutableArray<Located<string>> Products { get; init; } = [];

    /// <summary><c>security_domain</c></summary>
    public Located<string>? SecurityDomain { get; init; }

    /// <summary><c>cve</c></summary>
    public ImmutableArray<Located<string>> Cves { get; init; } = [];

    /// <summary><c>throttling</c>: rows of one value of the fields within the period count once.</summary>
    public Throttling? Throttling { get; init; }

    /// <summary><c>manual_test</c>: why no test can run.</summary>
    public Located<string>? ManualTest { get; init; }
}

/// <summary><c>throttling</c></summary>
/// <param name="Fields">The fields whose values make a group.</param>
/// <param name="Period">How long, as written: <c>24h</c>.</param>
public sealed record Throttling(ImmutableArray<Located<string>> Fields, Located<string>? Period);

/// <summary>One entry of <c>drilldown_searches</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Search">Its search.</param>
/// <param name="EarliestOffset">Its time range's beginning.</param>
/// <param name="LatestOffset">Its time range's end.</param>
public sealed record DrilldownSearch(Located<string>? Name, Located<string>? Search, Located<string>? EarliestOffset, Located<string>? LatestOffset);
