using System.Text;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Models;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Writing;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Tests.Spl;

/// <summary>Compiles searches for tests.</summary>
internal static class SplTest
{
    public static DetectorInfo Info { get; } = new("Test", "00000000-0000-0000-0000-000000000000", 1, "TTP", []);

    public static LookupSchemas Lookups { get; } = new(LookupSchemas.None.Columns.Add("ports", ["app", "port", "alias"]));

    /// <summary>The search as one text, with what was found in it.</summary>
    public static (DetectionPlan? Plan, DiagnosticBag Diagnostics) Compile(string search, FilledFields? filled = null)
    {
        var bag = new DiagnosticBag();
        return (SplCompiler.Compile(SearchText.Of(new SourceText("search.spl", search)), Info, Lookups, bag, filled), bag);
    }

    /// <summary>The search's syntax as s-expressions; where it has errors, the diagnostics.</summary>
    public static string Syntax(string search)
    {
        var bag = new DiagnosticBag();
        var syntax = SplParser.Parse(SearchText.Of(new SourceText("search.spl", search)), bag);
        return bag.HasErrors ? Found(bag) : syntax.Describe();
    }

    /// <summary>
    /// Compiles a search in which <c>«</c> and <c>»</c> mark where the findings must be, in order; gives the findings as <c>CODE message</c> lines,
    /// or what differs.
    /// </summary>
    public static string Marked(string marked, FilledFields? filled = null)
    {
        var search = new StringBuilder();
        var spans = new List<TextSpan>();
        var start = 0;
        foreach (var unit in marked)
        {
            if (unit == '«')
                start = search.Length;
            else if (unit == '»')
                spans.Add(TextSpan.FromBounds(start, search.Length));
            else
                search.Append(unit);
        }

        var (_, bag) = Compile(search.ToString(), filled);
        return bag.Select(found => found.Span.Span).SequenceEqual(spans)
            ? string.Join('\n', bag.Select(found => $"{found.Descriptor.Code} {found.Message}"))
            : "other places:\n" + Found(bag);
    }

    /// <summary>The plan as text; where there is none, the diagnostics.</summary>
    public static string Plan(string search)
    {
        var (plan, bag) = Compile(search);
        return plan is null ? Found(bag) : PlanWriter.ToText(plan);
    }

    /// <summary>The diagnostics, one a line: <c>DK2002 at 5+3: message</c>.</summary>
    public static string Found(DiagnosticBag bag) =>
        string.Join('\n', bag.Select(found => $"{found.Descriptor.Code} at {found.Span.Span.Start}+{found.Span.Span.Length}: {found.Message}"));
}
