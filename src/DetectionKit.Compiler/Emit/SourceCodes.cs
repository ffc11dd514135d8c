using DetectionKit.Abstractions.Detectors;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Language.Plan.Passes;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;

namespace DetectionKit.Compiler.Emit;

/// <summary>A source's code, and what its events are.</summary>
/// <param name="Code">The constructor call of the source spec.</param>
/// <param name="EventType">The event's type; null: no event is read.</param>
/// <param name="EventNamespace">Its namespace.</param>
/// <param name="Filter">The condition on events.</param>
internal sealed record SourceCode(string Code, string? EventType, string? EventNamespace, BoundPredicate? Filter);

/// <summary>The constructor call of each source's spec.</summary>
internal sealed class SourceCodes : SourceVisitor<SourceCode>
{
    public static SourceCodes Instance { get; } = new();

    /// <inheritdoc/>
    public override SourceCode VisitModel(ModelSource source)
    {
        var fields = string.Join(", ", source.Fields.Select(field => $"new({Literals.Of(field.Field)}, {Literals.Of(field.Column)})"));
        var code = $"new SourceSpec.OfModel({Literals.Of(source.Model.Name)}, {Literals.Of(source.Model.Dataset)}, [{fields}], FeedPoint.{source.Feed})";
        return new(Between(Narrowed(code, source.Filter), source), source.Model.EventType.Name, source.Model.EventType.Namespace, source.Filter);
    }

    /// <inheritdoc/>
    public override SourceCode VisitRaw(RawSource source)
    {
        var columns = source.Columns is { } names ? Literals.Of(names) : "null";
        var code = $"new SourceSpec.OfRaw({Literals.Of(source.SourceTypes)}, {columns})";
        return new(Between(Narrowed(code, source.Filter), source), "RawEvent", "DetectionKit.Abstractions.Events", source.Filter);
    }

    /// <inheritdoc/>
    public override SourceCode VisitLookup(LookupSource source) => Without($"new SourceSpec.OfLookup({Literals.Of(source.Lookup)})");

    /// <inheritdoc/>
    public override SourceCode VisitGiven(GivenSource source) => Without("new SourceSpec.OfGiven()");

    /// <inheritdoc/>
    public override SourceCode VisitNothing(NothingSource source) => Without($"new SourceSpec.OfNothing({Literals.Of(source.Count)})");

    private static SourceCode Without(string code) => new(code, null, null, null);

    private static string Narrowed(string code, BoundPredicate filter) => Keyed(Testing(code, filter), filter);

    private static string Testing(string code, BoundPredicate filter) => TestedFields.Of(filter) is { } fields ? $"Pipelines.Testing({code}, {Literals.Of(fields)})" : code;

    private static string Keyed(string code, BoundPredicate filter) => IndexKeys.Of(filter) is { IsEmpty: false } keys
        ? $"Pipelines.Keyed({code}, [{string.Join(", ", keys.Select(CodeOf))}])"
        : code;

    private static string CodeOf(SourceKey key) => $"{(key.IsPart ? "SourceKey.Part" : "new")}({Literals.Of(key.Field)}, {Literals.Of(key.Text)})";

    private static string Between(string code, PlanSource source) => source is { Earliest: null, Latest: null }
        ? code
        : $"Pipelines.Between({code}, {Literals.OrNull(source.Earliest)}, {Literals.OrNull(source.Latest)})";
}
