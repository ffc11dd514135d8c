using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Detections;

// Raw Events
public sealed class RawEvents : IDetector<RawEvent>
{
    private readonly SearchSet _searchSet1 = SearchSet.Of("fragment_overlap", "fragment_tiny");
    private readonly SearchBound _searchBound1 = SearchBound.Of("10");
    private readonly IpNetwork _ipNetwork1 = IpNetwork.Of("127.0.0.0/8");
    private readonly TermPattern _termPattern1 = TermPattern.Of("bad*checksum");

    public RawEvents()
    {
        Stages =
        [
            new AggregateSpec(
                By: ["src_ip"],
                Functions:
                [
                    new("count", null, "count"),
                    new("dc", Column.Of("dest_ip"), "targets"),
                    new("values", Column.Of("name"), "names"),
                ],
                TimeSpan: null,
                FillNull: null),
            new WhereSpec(Where2),
        ];
    }

    public DetectorInfo Info { get; } = new("Raw Events", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Keyed(new SourceSpec.OfRaw(["detectionkit:weird"], ["dest_ip", "name", "src_ip"]), [new("name", "fragment_overlap"), new("name", "fragment_tiny")]);

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in RawEvent e)
    {
#line (1,1)-(1,29) 65536 "detections/raw_events.yml"
        if (!Search.Is(e["sourcetype"], "detectionkit:weird")) return false;
#line (1,31)-(1,71) 65536 "detections/raw_events.yml"
        if (!Search.In(e["name"], _searchSet1)) return false;
#line (1,73)-(1,81) 65536 "detections/raw_events.yml"
        if (!Search.AtLeast(e["count"], _searchBound1)) return false;
#line (1,87)-(1,104) 65536 "detections/raw_events.yml"
        if (Search.Is(e["src_ip"], _ipNetwork1)) return false;
#line (1,106)-(1,119) 65536 "detections/raw_events.yml"
        return Search.Mentions(e, _termPattern1);
#line default
    }

    private bool Where2(Row row, RunContext context)
    {
#line (3,9)-(3,15) 65536 "detections/raw_events.yml"
        if (Eval.Greater(row["count"], Value.Of(5)) is not true) return false;
#line (3,22)-(3,45) 65536 "detections/raw_events.yml"
        return Clause1(row, context);
#line default
    }

    private bool Clause1(Row row, RunContext context)
    {
#line (3,22)-(3,30) 65536 "detections/raw_events.yml"
        if (Eval.Less(row["targets"], Value.Of(3)) is true) return true;
#line (3,35)-(3,45) 65536 "detections/raw_events.yml"
        return Eval.Equal(row["targets"], Value.Of("7")) is true;
#line default
    }
}
