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

// Nested Groups
public sealed class NestedGroups : IDetector<NetworkTraffic>
{
    private readonly TextPattern _textPattern1 = TextPattern.Of("http*");
    private readonly IpNetwork _ipNetwork1 = IpNetwork.Of("10.0.0.0/8");
    private readonly IpNetwork _ipNetwork2 = IpNetwork.Of("2001:db8::1");

    public NestedGroups()
    {
        Stages =
        [
            new AggregateSpec(
                By: ["All_Traffic.src_ip", "All_Traffic.dest_ip"],
                Functions:
                [
                    new("count", null, "count"),
                    new("min", Column.Of("_time"), "firstTime"),
                    new("max", Column.Of("_time"), "lastTime"),
                ],
                TimeSpan: null,
                FillNull: null),
            new RenameSpec([new("All_Traffic.*", "*")]),
            new ConvertSpec(
                TimeFormat: "%Y-%m-%dT%H:%M:%S",
                Conversions:
                [
                    new("ctime", "firstTime", null),
                    new("ctime", "lastTime", null),
                ]),
        ];
    }

    public DetectorInfo Info { get; } = new("Nested Groups", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [new("src_ip", "All_Traffic.src_ip"), new("dest_ip", "All_Traffic.dest_ip"), new("_time", "_time")], FeedPoint.Identified), ["app", "dest_ip", "dest_port"]), [new("app", "ssl"), SourceKey.Part("app", "http")]);

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in NetworkTraffic e)
    {
#line (2,10)-(2,85) 65536 "detections/nested_groups.yml"
        if (!Clause1(in e)) return false;
#line (3,10)-(3,74) 65536 "detections/nested_groups.yml"
        return !Clause2(in e);
#line default
    }

    private bool Clause1(in NetworkTraffic e)
    {
#line (2,10)-(2,28) 65536 "detections/nested_groups.yml"
        if (Search.Is(e.App, "ssl")) return true;
#line (2,34)-(2,84) 65536 "detections/nested_groups.yml"
        return Clause3(in e);
#line default
    }

    private bool Clause2(in NetworkTraffic e)
    {
#line (3,10)-(3,39) 65536 "detections/nested_groups.yml"
        if (Search.Is(e.DestIp, _ipNetwork1)) return true;
#line (3,44)-(3,74) 65536 "detections/nested_groups.yml"
        return Search.Is(e.DestIp, _ipNetwork2);
#line default
    }

    private bool Clause3(in NetworkTraffic e)
    {
#line (2,34)-(2,54) 65536 "detections/nested_groups.yml"
        if (!Search.Is(e.App, _textPattern1)) return false;
#line (2,60)-(2,84) 65536 "detections/nested_groups.yml"
        return e.DestPort is not (null or 80);
#line default
    }
}
