using DetectionKit.Abstractions.Detectors;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Passes;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl;

/// <summary>The one way from a search to a plan: read, bind, simplify.</summary>
public static class SplCompiler
{
    /// <summary>Compiles a search. Pure; throws on no input.</summary>
    /// <param name="search">The search with its macros expanded.</param>
    /// <param name="info">What the detection says of itself.</param>
    /// <param name="lookups">The lookups that are defined.</param>
    /// <param name="diagnostics">Gets all that is wrong, errors first found first.</param>
    /// <returns>The plan, or null where an error was found.</returns>
    public static DetectionPlan? Compile(SearchText search, DetectorInfo info, LookupSchemas lookups, DiagnosticBag diagnostics)
    {
        var found = new DiagnosticBag();
        var syntax = SplParser.Parse(search, found);
        var plan = new PlanBuilder(search, lookups, found);
        foreach (var command in syntax.Commands)
            Bind(command, plan);
        diagnostics.AddRange(found);
        if (found.HasErrors || plan.Source is not { } source)
            return null;
        var simplified = PlanSimplifier.Simplify(new DetectionPlan(info, search, source, plan.Stages, plan.Schema));
        return simplified with { Source = ColumnUse.Narrow(simplified.Source, simplified.Stages) };
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
