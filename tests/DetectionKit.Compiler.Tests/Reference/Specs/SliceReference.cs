using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Language.Plan.Stages;

namespace DetectionKit.Compiler.Tests.Reference.Specs;

/// <summary>A stretch of the rows.</summary>
internal sealed class SliceReference : ReferenceSpec<SliceSpec>
{
    protected override List<Row> Run(SliceSpec spec, SpecStage stage, List<Row> rows, RunContext run) =>
        [.. rows.Where((_, place) => place >= spec.Start && (spec.Count is not { } count || place < spec.Start + (long)count))];
}
