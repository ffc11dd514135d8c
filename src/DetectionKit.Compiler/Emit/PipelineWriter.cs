using System.Collections.Immutable;
using DetectionKit.Compiler.Emit.Clauses;
using DetectionKit.Compiler.Emit.Code;
using DetectionKit.Compiler.Emit.Predicates;
using DetectionKit.Compiler.Emit.Stages;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Text;

namespace DetectionKit.Compiler.Emit;

/// <summary>Writes the class of one pipeline: a detection's, or a subsearch's inside the class of the pipeline around it.</summary>
/// <param name="text">What the plan's spans point into.</param>
/// <param name="className">The class's name.</param>
/// <param name="namespaces">Gets the namespaces of the events that are read.</param>
/// <param name="indent">How deep the class stands.</param>
internal sealed class PipelineWriter(SearchText text, string className, ISet<string> namespaces, int indent = 0)
{
    private readonly Constants _constants = new();
    private readonly SourceWriter _methods = new(text, indent + 1);
    private readonly SourceWriter _subsearches = new(text, indent + 1);
    private readonly Identifiers _names = Identifiers.ForMembers(className);
    private int _numbered;

    /// <summary>The class.</summary>
    /// <param name="head">Access and modifiers: <c>public sealed</c>.</param>
    /// <param name="contract">The interface that it implements, without the type of its events.</param>
    /// <param name="planSource">What is read.</param>
    /// <param name="planStages">What is done with it.</param>
    /// <param name="firstProperty">A property that stands before the others; or null.</param>
    public SourceWriter Write(string head, string contract, PlanSource planSource, ImmutableArray<PlanStage> planStages, string? firstProperty = null)
    {
        var source = planSource.Accept(SourceCodes.Instance);
        if (source.EventNamespace is { } events)
            namespaces.Add(events);
        if (source.Filter is { } filter)
        {
            var clause = filter.Accept(new PredicateLowering(_constants, "e"));
            new ClauseMethods(_methods, _names).Write("public bool Match", clause, Subject.Event(source.EventType!));
        }

        var stageText = new StageText(new RowMethods(_methods, _names, _constants), Subsearch);
        string[] stages = [.. planStages.Select(stageText.Next)];

        var writer = new SourceWriter(text, indent);
        writer.Line($"{head} class {className} : {(source.EventType is { } type ? $"{contract}<{type}>" : contract)}");
        writer.Open();
        foreach (var declaration in _constants.Declarations)
            writer.Line(declaration);
        if (_constants.Declarations.Count > 0)
            writer.Line();
        Constructor(writer, stages);
        Properties(writer, firstProperty, source);
        writer.Append(_methods);
        writer.Append(_subsearches);
        writer.Close();
        return writer;
    }

    private string Subsearch(PlanPipeline pipeline)
    {
        _numbered++;
        var name = _names.Take("Subsearch" + Literals.Of(_numbered), "Subsearch");
        _subsearches.Line();
        _subsearches.Append(new PipelineWriter(text, name, namespaces, indent + 1).Write("private sealed", "IPipeline", pipeline.Source, pipeline.Stages));
        return name;
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

    private static void Properties(SourceWriter writer, string? first, SourceCode source)
    {
        if (first is not null)
        {
            writer.Line(first);
            writer.Line();
        }

        writer.Line($"public SourceSpec Source {{ get; }} = {source.Code};");
        writer.Line();
        writer.Line("public ImmutableArray<StageSpec> Stages { get; }");
    }
}
