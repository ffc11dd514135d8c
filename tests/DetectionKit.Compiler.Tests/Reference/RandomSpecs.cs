using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan.Stages;
using FsCheck;
using FsCheck.Fluent;
using static DetectionKit.Compiler.Tests.Emit.Plans;

namespace DetectionKit.Compiler.Tests.Reference;

/// <summary>Random stages of plain data.</summary>
internal static class RandomSpecs
{
    private static readonly Gen<string> ColumnName = Gen.Elements("a", "b", "c", "_time", "d");

    public static Gen<PlanStage> Any => Gen.OneOf(Rex).Select(spec => (PlanStage)new SpecStage(Nowhere, spec, ColumnNeeds.All));

    private static Gen<StageSpec> Rex =>
        from column in ColumnName
        from pattern in Gen.Elements("(?<d>.)", "(?P<a>[a-z]+)|(?P<n>[0-9])", "(?<e>x*)", "^(?<b>.*?)\\.")
        from most in Gen.Elements(0, 1, 2)
        from offsets in Gen.Elements(null, "o")
        select (StageSpec)new RexSpec(column, TextRegex.Of(pattern), most, offsets);
}
