using DetectionKit.Abstractions.Detectors;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Plan.Writing;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Tests.Spl;

/// <summary>Compiles searches for tests.</summary>
internal static class SplTest
{
    public static DetectorInfo Info { get; } = new("Test", "00000000-0000-0000-0000-000000000000", 1, "TTP", []);

    public static LookupSchemas Lookups { get; } = new(LookupSchemas.None.Columns.Add("ports", ["app", "port", "alias"]));

    /// <summary>The search as one text, with what was found in it.</summary>
    public static (DetectionPlan? Plan, DiagnosticBag Diagnostics) Compile(string search)
    {
        var bag = new DiagnosticBag();
        return (SplCompiler.Compile(SearchText.Of(new SourceText("search.spl", search)), Info, Lookups, bag), bag);
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
