using DetectionKit.Abstractions.Detectors;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Text;

namespace DetectionKit.Compiler.Tests.Emit;

/// <summary>Plans of searches.</summary>
internal static class Searches
{
    public static readonly LookupSchemas Lookups = new(LookupSchemas.None.Columns.Add("ports", ["app", "port", "alias"]));

    public static DetectionPlan Plan(string search, string name = "Test", string path = "detections/test.yml", LookupSchemas? lookups = null)
    {
        var bag = new DiagnosticBag();
        return TryPlan(search, name, path, lookups, bag)
            ?? throw new AssertionException(string.Join('\n', bag.Select(found => $"{found.Descriptor.Code} at {found.Span.Start}: {found.Message}")));
    }

    public static DetectionPlan? TryPlan(string search, string name = "Test", string path = "detections/test.yml", LookupSchemas? lookups = null, DiagnosticBag? bag = null)
    {
        var info = new DetectorInfo(name, "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);
        return SplCompiler.Compile(SearchText.Of(new SourceText(path, search)), info, lookups ?? Lookups, bag ?? new DiagnosticBag());
    }
}
