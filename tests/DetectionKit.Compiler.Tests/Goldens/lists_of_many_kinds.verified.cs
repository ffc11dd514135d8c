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

// Lists Of Many Kinds
public sealed class ListsOfManyKinds : IDetector<NetworkTraffic>
{
    private readonly SearchSet _searchSet1 = SearchSet.Of("dns", "mdns", "llm*");
    private readonly SearchSet _searchSet2 = SearchSet.Of("10.0.0.0/8", "fileserver*");

    public ListsOfManyKinds()
    {
        Stages =
        [
            new AggregateSpec(By: ["All_Traffic.src"], Functions: [new("count", null, "count")], TimeSpan: null, FillNull: null),
        ];
    }

    public DetectorInfo Info { get; } = new("Lists Of Many Kinds", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [new("src", "All_Traffic.src")], FeedPoint.Identified), ["app", "dest", "tag", "transport"]), [new("app", "dns"), new("app", "mdns"), SourceKey.Part("app", "llm")]);

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in NetworkTraffic e)
    {
#line (2,9)-(2,46) 65536 "detections/lists_of_many_kinds.yml"
        if (!Search.In(e.App, _searchSet1)) return false;
#line (2,48)-(2,94) 65536 "detections/lists_of_many_kinds.yml"
        if (!Search.In(e.Dest, _searchSet2)) return false;
#line (2,96)-(2,112) 65536 "detections/lists_of_many_kinds.yml"
        if (!Search.Has(e.Tag)) return false;
#line (2,114)-(2,139) 65536 "detections/lists_of_many_kinds.yml"
        return Search.IsNot(e.Transport, "udp");
#line default
    }
}
