using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Detections;

// Lookups
public sealed class Lookups : IDetector
{
    private readonly TextPattern _textPattern1 = TextPattern.Of("d*");
    private readonly SearchBound _searchBound1 = SearchBound.Of("1000");

    public Lookups()
    {
        Stages =
        [
            new WhereSpec(Search1),
            new LookupSpec(
                Table: "ports",
                Inputs: [new("app", "app")],
                Outputs:
                [
                    new("port", "known"),
                    new("alias", "alias"),
                ],
                KeepExisting: true),
            new FieldsSpec(["alias"], Remove: true),
            new TableSpec(["app", "port", "known*"]),
        ];
    }

    public DetectorInfo Info { get; } = new("Lookups", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = new SourceSpec.OfLookup("ports");

    public ImmutableArray<StageSpec> Stages { get; }

    private bool Search1(Row row, RunContext context)
    {
#line (2,10)-(2,15) 65536 "detections/lookups.yml"
        if (Search.Is(row["app"], _textPattern1)) return true;
#line (2,20)-(2,28) 65536 "detections/lookups.yml"
        return Search.Greater(row["port"], _searchBound1);
#line default
    }
}
