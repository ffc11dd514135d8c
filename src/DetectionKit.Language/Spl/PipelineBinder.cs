using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Sources;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl;

/// <summary>Binds commands one after the other.</summary>
internal static class PipelineBinder
{
    /// <summary>Adds commands to a plan.</summary>
    public static void Bind(ImmutableArray<CommandSyntax> commands, PlanBuilder plan)
    {
        foreach (var command in commands)
            Bind(command, plan);
    }

    /// <summary>A subsearch that makes events or rows.</summary>
    public static PlanPipeline Bind(SubsearchSyntax syntax, PlanBuilder outer) => Bind(syntax, outer.Nested(), syntax.Commands);

    /// <summary>A search that runs for each row of the search around it.</summary>
    public static PlanPipeline BindMapped(SubsearchSyntax syntax, PlanBuilder outer) => Bind(syntax, outer.Mapped(), syntax.Commands);

    /// <summary>A subsearch that works on rows of a stage of the search around it.</summary>
    public static PlanPipeline BindGiven(SubsearchSyntax syntax, PlanBuilder outer)
    {
        var plan = outer.Nested();
        plan.Begin(new GivenSource(syntax.Span), outer.Schema);
        return Bind(syntax, plan, syntax.Commands);
    }

    private static PlanPipeline Bind(SubsearchSyntax syntax, PlanBuilder plan, ImmutableArray<CommandSyntax> commands)
    {
        var errors = plan.Errors;
        Bind(commands, plan);

        // What a wrong name makes of the rows is no second mistake of the search around.
        if (plan.Source is null || plan.Errors > errors)
            plan.LoseTrack(syntax.Span);
        return new PlanPipeline(plan.Source!, plan.Stages, plan.Schema);
    }

    private static void Bind(CommandSyntax syntax, PlanBuilder plan)
    {
        if (syntax is UnreadCommandSyntax)
        {
            plan.LoseTrack(syntax.Span);
            return;
        }

        var command = CommandCatalogue.CommandOf(syntax);
        var isFirst = plan.Source is null;
        if (command.Place == CommandPlace.First && !isFirst)
            Misplaced(syntax, plan, DiagnosticTable.NotFirst);
        else if (command.Place == CommandPlace.Later && isFirst)
            Misplaced(syntax, plan, DiagnosticTable.NoInput);
        else
            command.BindCommand(syntax, plan);
    }

    private static void Misplaced(CommandSyntax syntax, PlanBuilder plan, DiagnosticDescriptor descriptor)
    {
        plan.Report(descriptor, syntax.Keyword, plan.TextOf(syntax.Keyword));
        plan.LoseTrack(syntax.Span);
    }
}
