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

// Aggregates
public sealed class Aggregates : IDetector<RawEvent>
{
    public Aggregates()
    {
        Stages =
        [
            new AggregateSpec(
                By: ["user"],
                Functions:
                [
                    new("count", Aggregate1Missing, "missing"),
                    new("perc", Column.Of("bytes"), "p95", Percentile: 95.0),
                    new("sum", Column.Of("bytes"), "total"),
                    new("list", Column.Of("url"), "urls"),
                ],
                TimeSpan: null,
                FillNull: null),
            new SortSpec(
                Keys:
                [
                    new("total", Descending: true, SortComparison.Auto),
                    new("user", Descending: false, SortComparison.Auto),
                ],
                Limit: 10),
            new DedupSpec(
                Columns: ["user"],
                Keep: 2,
                KeepEvents: false,
                KeepEmpty: false,
                Consecutive: false,
                SortBy: [new("missing", Descending: true, SortComparison.Auto)]),
            new FillNullSpec(Value.Of("none"), ["urls"]),
        ];
    }

    public DetectorInfo Info { get; } = new("Aggregates", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfRaw(["proxy"], ["bytes", "status", "url", "user"]), ["sourcetype"]), [new("sourcetype", "proxy")]);

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in RawEvent e)
    {
#line (1,1)-(1,16) 65536 "detections/aggregates.yml"
        return Search.Is(e["sourcetype"], "proxy");
#line default
    }

    private Value Aggregate1Missing(Row row, RunContext context)
    {
#line (2,20)-(2,29) 65536 "detections/aggregates.yml"
        if (Eval.Equal(row["status"], Value.Of(404)) is true) return Value.Of(1);
#line (2,20)-(2,29) 65536 "detections/aggregates.yml"
        return Value.Null;
#line default
    }
}
