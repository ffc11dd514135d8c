using System.Collections.Immutable;
using DetectionKit.Language.Plan;

namespace DetectionKit.Language.Binding.Columns;

/// <summary>What names and patterns leave of a schema.</summary>
internal static class ColumnSelection
{
    private static readonly ImmutableArray<string> Internal = ["_time", "_raw"];

    /// <summary>The schema behind <c>fields</c>: what is kept keeps its order, and <c>_time _raw</c> stay.</summary>
    public static PlanSchema Keep(PlanSchema schema, ImmutableArray<string> patterns)
    {
        if (!schema.IsOpen)
            return new PlanSchema([.. schema.Columns.Where(column => Fits(patterns, column) || Internal.Contains(column, StringComparer.Ordinal))], IsOpen: false);
        var columns = schema.Columns.Where(column => Fits(patterns, column)).Concat(patterns.Where(pattern => !IsPattern(pattern))).Concat(Internal);
        return new PlanSchema([.. columns.Distinct(StringComparer.Ordinal)], patterns.Any(IsPattern)) { IsOfEvents = schema.IsOfEvents && patterns.Any(IsPattern), IsOfValues = schema.IsOfValues };
    }

    /// <summary>The schema behind <c>table</c>: in the order of the patterns.</summary>
    public static PlanSchema Table(PlanSchema schema, ImmutableArray<string> patterns)
    {
        var columns = patterns.SelectMany(pattern => IsPattern(pattern) ? schema.Columns.Where(column => Wildcards.Matches(pattern, column)) : [pattern]);
        return new PlanSchema([.. columns.Distinct(StringComparer.Ordinal)], schema.IsOpen && patterns.Any(IsPattern)) { IsOfEvents = schema.IsOfEvents && patterns.Any(IsPattern), IsOfValues = schema.IsOfValues };
    }

    /// <summary>The schema behind <c>fields -</c>.</summary>
    public static PlanSchema Remove(PlanSchema schema, ImmutableArray<string> patterns) =>
        schema with { Columns = schema.Columns.RemoveAll(column => Fits(patterns, column)) };

    private static bool Fits(ImmutableArray<string> patterns, string column) => patterns.Any(pattern => Wildcards.Matches(pattern, column));

    private static bool IsPattern(string name) => name.Contains('*', StringComparison.Ordinal);
}
