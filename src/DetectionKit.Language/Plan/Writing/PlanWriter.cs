using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DetectionKit.Language.Plan.Writing;

/// <summary>Writes plans, for people (<c>dk check --emit plan</c>) and for comparing bundles. The same plan always gives the same text; spans are left out.</summary>
public static class PlanWriter
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One plan as a JSON object on one line.</summary>
    /// <param name="plan">The plan.</param>
    public static string ToJson(DetectionPlan plan) => Describe(plan).ToJsonString(Compact);

    /// <summary>One plan as text: the source and each stage on a line of its own.</summary>
    /// <param name="plan">The plan.</param>
    public static string ToText(DetectionPlan plan)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add(PlanText.Of(plan.Source.Accept(SourceDescriber.Instance)));
        lines.AddRange(plan.Stages.Select(stage => PlanText.Of(stage.Accept(StageDescriber.Instance))));
        lines.Add(PlanText.Of(SchemaOf(plan.Schema)));
        return string.Join('\n', lines) + "\n";
    }

    private static JsonObject Describe(DetectionPlan plan) => new()
    {
        ["name"] = plan.Info.Name,
        ["id"] = plan.Info.Id,
        ["version"] = plan.Info.Version,
        ["source"] = plan.Source.Accept(SourceDescriber.Instance),
        ["stages"] = Described.List(plan.Stages.Select(stage => stage.Accept(StageDescriber.Instance))),
        ["schema"] = SchemaOf(plan.Schema),
    };

    private static JsonObject SchemaOf(PlanSchema schema) =>
        Described.As("schema", ("columns", Described.Texts(schema.Columns)), ("open", schema.IsOpen ? true : null));
}
