using System.Text.Json.Nodes;
using DetectionKit.Language.Plan.Sources;

namespace DetectionKit.Language.Plan.Writing;

/// <summary>Sources as JSON.</summary>
internal sealed class SourceDescriber : SourceVisitor<JsonObject>
{
    public static SourceDescriber Instance { get; } = new();

    public override JsonObject VisitModel(ModelSource source) => Described.As(
        "model",
        ("model", source.Model.Name),
        ("dataset", source.Model.Dataset),
        ("feed", source.Feed.ToString()),
        ("earliest", source.Earliest),
        ("latest", source.Latest),
        ("fields", Described.Texts(source.Fields.Select(field => field.Column))),
        ("filter", source.Filter.Accept(PredicateDescriber.Instance)));

    public override JsonObject VisitRaw(RawSource source) => Described.As(
        "raw",
        ("sourcetypes", source.SourceTypes.IsEmpty ? null : Described.Texts(source.SourceTypes)),
        ("earliest", source.Earliest),
        ("latest", source.Latest),
        ("columns", source.Columns is { } columns ? Described.Texts(columns) : null),
        ("filter", source.Filter.Accept(PredicateDescriber.Instance)));

    public override JsonObject VisitLookup(LookupSource source) => Described.As("inputlookup", ("lookup", source.Lookup));

    public override JsonObject VisitGiven(GivenSource source) => Described.As("given");

    public override JsonObject VisitNothing(NothingSource source) => Described.As("nothing", ("rows", source.Count));
}
