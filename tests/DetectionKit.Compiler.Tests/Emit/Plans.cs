using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Plan.Symbols;
using DetectionKit.Language.Text;

namespace DetectionKit.Compiler.Tests.Emit;

/// <summary>Plans made by hand.</summary>
internal static class Plans
{
    public static readonly DataModel Traffic = ModelCatalogue.Find("Network_Traffic")!;

    public static readonly TextSpan Nowhere = new(0, 0);

    public static FieldSymbol Field(string name) => new FieldSymbol.OfModel(Traffic, Traffic.Find(name)!);

    public static DetectionPlan OfTraffic(BoundPredicate filter, params PlanStage[] stages) => Named("Test", filter, stages);

    public static DetectionPlan Named(string name, BoundPredicate filter, params PlanStage[] stages) => new(
        new DetectorInfo(name, "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]),
        SearchText.Of(new SourceText("detections/test.yml", "search: here")),
        new ModelSource(Nowhere, Traffic, filter, [new SourceField("src", "All_Traffic.src")], FeedPoint.Identified),
        [.. stages],
        PlanSchema.Open);

    public static DetectionPlan OfRaw(BoundPredicate filter, params PlanStage[] stages) => OfTraffic(filter, stages) with
    {
        Source = new RawSource(Nowhere, filter, ImmutableArray<string>.Empty, null),
    };
}
