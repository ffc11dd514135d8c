using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Columns;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Passes;
using DetectionKit.Language.Spl.Parsing;
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
    /// <param name="filled">What readers fill, so that fields without a value are named; null: not known.</param>
    /// <param name="events">What fields raw events have, so that misspelt ones are named; null: not known.</param>
    /// <returns>The plan, or null where an error was found.</returns>
    public static DetectionPlan? Compile(SearchText search, DetectorInfo info, LookupSchemas lookups, DiagnosticBag diagnostics, FilledFields? filled = null, EventFields? events = null)
    {
        var found = new DiagnosticBag();
        var syntax = SplParser.Parse(search, found);
        var plan = new PlanBuilder(search, lookups, found, filled);
        PipelineBinder.Bind(syntax.Commands, plan);
        if (events is not null)
            EventReadCheck.Check(plan, events);
        diagnostics.AddRange(found);
        if (found.HasErrors || plan.Source is not { } source)
            return null;
        var simplified = PlanSimplifier.Simplify(new DetectionPlan(info, search, source, plan.Stages, plan.Schema));
        return ColumnUse.Narrow(simplified);
    }
}
