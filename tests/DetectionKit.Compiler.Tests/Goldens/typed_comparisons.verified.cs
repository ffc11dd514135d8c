using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Detections;

// Typed Comparisons
public sealed class TypedComparisons : IDetector<NetworkTraffic>
{
    public TypedComparisons()
    {
        Stages =
        [
            new AggregateSpec(
                By: ["All_Traffic.src", "All_Traffic.dest"],
                Functions: [new("count", null, "count")],
                TimeSpan: null,
                FillNull: null),
        ];
    }

    public DetectorInfo Info { get; } = new("Typed Comparisons", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [new("src", "All_Traffic.src"), new("dest", "All_Traffic.dest")], FeedPoint.FlowEnd), ["app", "bytes_out", "dest_port", "duration"]), [new("app", "dns")]);

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in NetworkTraffic e)
    {
#line (2,9)-(2,27) 65536 "detections/typed_comparisons.yml"
        if (!Search.Is(e.App, "dns")) return false;
#line (2,33)-(2,73) 65536 "detections/typed_comparisons.yml"
        if (e.DestPort is 53 or 5353 or 1053) return false;
#line (2,75)-(2,100) 65536 "detections/typed_comparisons.yml"
        if (e.BytesOut is not (> 1000)) return false;
#line (2,102)-(2,126) 65536 "detections/typed_comparisons.yml"
        return e.Duration <= 1.5;
#line default
    }
}
