using System.Collections.Immutable;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Language.Content;

/// <summary>A detection file as read: its metadata with their places, and its search. What is missing or wrong has been reported and is null or empty here.</summary>
public sealed record DetectionSyntax
{
    /// <summary>The file.</summary>
    public required SourceText Source { get; init; }

    /// <summary>Which generation of the schema the file follows.</summary>
    public SchemaGeneration Generation { get; init; }

    /// <summary><c>name</c></summary>
    public Located<string>? Name { get; init; }

    /// <summary><c>id</c>: a UUID, as written.</summary>
    public Located<string>? Id { get; init; }

    /// <summary><c>version</c></summary>
    public Located<int>? Version { get; init; }

    /// <summary><c>date</c>, or <c>modification_date</c> in the flat form.</summary>
    public Located<string>? Date { get; init; }

    /// <summary><c>author</c></summary>
    public Located<string>? Author { get; init; }

    /// <summary><c>status</c></summary>
    public Located<string>? Status { get; init; }

    /// <summary><c>type</c></summary>
    public Located<string>? Type { get; init; }

    /// <summary><c>description</c></summary>
    public Located<string>? Description { get; init; }

    /// <summary><c>how_to_implement</c></summary>
    public Located<string>? HowToImplement { get; init; }

    /// <summary><c>known_false_positives</c></summary>
    public Located<string>? KnownFalsePositives { get; init; }

    /// <summary><c>search</c></summary>
    public YamlScalar? Search { get; init; }

    /// <summary><c>data_source</c></summary>
    public ImmutableArray<Located<string>> DataSources { get; init; } = [];

    /// <summary><c>references</c></summary>
    public ImmutableArray<Located<string>> References { get; init; } = [];

    /// <summary><c>drilldown_searches</c></summary>
    public ImmutableArray<DrilldownSearch> Drilldowns { get; init; } = [];

    /// <summary><c>tests</c></summary>
    public ImmutableArray<DetectionTest> Tests { get; init; } = [];

    /// <summary>What the keys under <c>tags</c> say, or in the flat form the same keys beside the others.</summary>
    public required DetectionTags Tags { get; init; }

    /// <summary><c>rba</c>, or <c>intermediate_findings</c>, or what <c>tags</c> of the 2024 generation say of risk.</summary>
    public RiskSyntax? Risk { get; init; }
}

/// <summary>The generations of contentctl's detection schema.</summary>
public enum SchemaGeneration
{
    /// <summary>5.x: <c>tags</c> and <c>rba</c>.</summary>
    Version5,

    /// <summary>4.x, until the autumn of 2024: <c>tags.observable</c> and its neighbours.</summary>
    Version4,

    /// <summary>2026: no <c>tags</c>; <c>finding</c> and <c>intermediate_findings</c>.</summary>
    Flat,
}
