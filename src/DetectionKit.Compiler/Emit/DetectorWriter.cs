using DetectionKit.Abstractions.Detectors;
using DetectionKit.Compiler.Emit.Clauses;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Compiler.Emit.Predicates;
using DetectionKit.Compiler.Emit.Stages;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Predicates;
using DetectionKit.Language.Plan.Sources;

namespace DetectionKit.Compiler.Emit;

/// <summary>Writes the class of one detection.</summary>
/// <param name="plan">The detection.</param>
/// <param name="className">The class's name.</param>
internal sealed class DetectorWriter(DetectionPlan plan, string className) : SourceVisitor<SourceCode>
{
    private readonly Constants _constants = new();
    private readonly SourceWriter _methods = new(plan.Text, indent: 1);
    private readonly Identifiers _names = Identifiers.ForMembers(className);

    /// <summary>The whole file.</summary>
    public string Write()
    {
        var source = plan.Source.Accept(this);
        if (source.Filter is { } filter)
        {
            var clause = filter.Accept(new PredicateLowering(_constants, "e"));
            new ClauseMethods(_methods, _names).Write("public bool Match", clause, Subject.Event(source.EventType!));
        }

        var stageText = new StageText(new RowMethods(_methods, _names, _constants));
        string[] stages = [.. plan.Stages.Select(stageText.Next)];

        var writer = new SourceWriter(plan.Text);
        Head(writer, source);
        writer.Open();
        foreach (var declaration in _constants.Declarations)
            writer.Line(declaration);
        if (_constants.Declarations.Count > 0)
            writer.Line();
        Constructor(writer, stages);
        Properties(writer, source);
        writer.Append(_methods);
        writer.Close();
        return writer.ToString();
    }

    /// <inheritdoc/>
    public override SourceCode VisitModel(ModelSource source)
    {
        var fields = string.Join(", ", source.Fields.Select(field => $"new({Literals.Of(field.Field)}, {Literals.Of(field.Column)})"));
        var code = $"new SourceSpec.OfModel({Literals.Of(source.Model.Name)}, {Literals.Of(source.Model.Dataset)}, [{fields}], FeedPoint.{source.Feed})";
        return new(code + Bounds(source), source.Model.EventType.Name, source.Model.EventType.Namespace, source.Filter);
    }

    /// <inheritdoc/>
    public override SourceCode VisitRaw(RawSource source)
    {
        var columns = source.Columns is { } names ? Literals.Of(names) : "null";
        var code = $"new SourceSpec.OfRaw({Literals.Of(source.SourceTypes)}, {columns})";
        return new(code + Bounds(source), "RawEvent", "DetectionKit.Abstractions.Events", source.Filter);
    }

    /// <inheritdoc/>
    public override SourceCode VisitLookup(LookupSource source) =>
        new($"new SourceSpec.OfLookup({Literals.Of(source.Lookup)})" + Bounds(source), null, null, null);

    private static string Bounds(PlanSource source)
    {
        var bounds = new List<string>();
        if (source.Earliest is { } earliest)
            bounds.Add($"Earliest = {Literals.Of(earliest)}");
        if (source.Latest is { } latest)
            bounds.Add($"Latest = {Literals.Of(latest)}");
        return bounds.Count == 0 ? "" : $" {{ {string.Join(", ", bounds)} }}";
    }

    private static string InfoText(DetectorInfo info) =>
        $"new({Literals.Of(info.Name)}, {Literals.Of(info.Id)}, {Literals.Of(info.Version)}, {Literals.Of(info.Type)}, {Literals.Of(info.AttackIds)})";

    private void Head(SourceWriter writer, SourceCode source)
    {
        string[] namespaces =
        [
            "System.Collections.Immutable",
            "DetectionKit.Abstractions.Detectors",
            "DetectionKit.Abstractions.Functions",
            "DetectionKit.Abstractions.Operators",
            "DetectionKit.Abstractions.Rows",
            "DetectionKit.Abstractions.Stages",
            "DetectionKit.Abstractions.Times",
            "DetectionKit.Abstractions.Values",
        ];
        IEnumerable<string> all = source.EventNamespace is { } events ? [.. namespaces, events] : namespaces;
        foreach (var name in all.OrderBy(name => name.StartsWith("System", StringComparison.Ordinal) ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal))
            writer.Line($"using {name};");
        writer.Line();
        writer.Line("namespace DetectionKit.Detections;");
        writer.Line();
        writer.Line($"// {Literals.Comment(plan.Info.Name)}");
        writer.Line($"public sealed class {className} : {(source.EventType is { } type ? $"IDetector<{type}>" : "IDetector")}");
    }

    private void Constructor(SourceWriter writer, string[] stages)
    {
        writer.Line($"public {className}()");
        writer.Open();
        if (stages.Length == 0)
        {
            writer.Line("Stages = [];");
        }
        else
        {
            writer.Line("Stages =");
            writer.Line("[");
            foreach (var stage in stages)
                writer.Line("    " + stage.Replace("\n", "\n    ", StringComparison.Ordinal) + ",");
            writer.Line("];");
        }

        writer.Close();
        writer.Line();
    }

    private void Properties(SourceWriter writer, SourceCode source)
    {
        writer.Line($"public DetectorInfo Info {{ get; }} = {InfoText(plan.Info)};");
        writer.Line();
        writer.Line($"public SourceSpec Source {{ get; }} = {source.Code};");
        writer.Line();
        writer.Line("public ImmutableArray<StageSpec> Stages { get; }");
    }
}

/// <summary>A source's code, and what its events are.</summary>
/// <param name="Code">The constructor call of the source spec.</param>
/// <param name="EventType">The event's type; null: no event is read.</param>
/// <param name="EventNamespace">Its namespace.</param>
/// <param name="Filter">The condition on events.</param>
internal sealed record SourceCode(string Code, string? EventType, string? EventNamespace, BoundPredicate? Filter);
