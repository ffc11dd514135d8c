using System.Collections.Immutable;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Functions;
using DetectionKit.Abstractions.Models.NetworkTraffic;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Stages;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Detections;

// Subsearches
public sealed class Subsearches : IDetector<RawEvent>
{
    public Subsearches()
    {
        Stages =
        [
            Pipelines.With(new SubsearchSpec(Search1, OfEvents: true, Limit: 10000), [new Subsearch1()]),
            Pipelines.With(new JoinSpec(
                Keys: [new JoinKey(Left: "user", Right: "user")],
                KeepUnmatched: true,
                Matches: 0,
                Time: JoinTime.Any,
                Overwrite: true,
                Limit: 50000,
                LeftAlias: "",
                RightAlias: ""), [new Subsearch2()]),
            Pipelines.With(new AppendSpec(Limit: 10), [new Subsearch3()]),
        ];
    }

    public DetectorInfo Info { get; } = new("Subsearches", "00000000-0000-0000-0000-000000000000", 1, "TTP", ["T1571"]);

    public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfRaw(["a"], null), ["sourcetype", "user"]), [new("sourcetype", "a")]);

    public ImmutableArray<StageSpec> Stages { get; }

    public bool Match(in RawEvent e)
    {
#line (1,1)-(1,12) 65536 "detections/subsearches.yml"
        if (!Search.Is(e["sourcetype"], "a")) return false;
#line (1,14)-(1,19) 65536 "detections/subsearches.yml"
        return Search.Has(e["user"]);
#line default
    }

    private bool Search1(Row row, RunContext context)
    {
#line (1,25)-(1,70) 65536 "detections/subsearches.yml"
        return !Search.Found(row, context, 0);
#line default
    }

    private sealed class Subsearch1 : IPipeline<RawEvent>
    {
        private readonly SearchBound _searchBound1 = SearchBound.Of("400");

        public Subsearch1()
        {
            Stages =
            [
                new FieldsSpec(["user"], Remove: false),
            ];
        }

        public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfRaw(["b"], ["_raw", "_time", "user"]), ["sourcetype", "status"]), [new("sourcetype", "b")]);

        public ImmutableArray<StageSpec> Stages { get; }

        public bool Match(in RawEvent e)
        {
#line (1,33)-(1,44) 65536 "detections/subsearches.yml"
            if (!Search.Is(e["sourcetype"], "b")) return false;
#line (1,46)-(1,55) 65536 "detections/subsearches.yml"
            return Search.Greater(e["status"], _searchBound1);
#line default
        }
    }

    private sealed class Subsearch2 : IPipeline<NetworkTraffic>
    {
        public Subsearch2()
        {
            Stages =
            [
                new AggregateSpec(By: ["All_Traffic.user"], Functions: [new("count", null, "count")], TimeSpan: null, FillNull: null),
                new RenameSpec([new("All_Traffic.user", "user")]),
            ];
        }

        public SourceSpec Source { get; } = Pipelines.Keyed(Pipelines.Testing(new SourceSpec.OfModel("Network_Traffic", "All_Traffic", [new("user", "All_Traffic.user")], FeedPoint.Identified), ["app"]), [new("app", "dns")]);

        public ImmutableArray<StageSpec> Stages { get; }

        public bool Match(in NetworkTraffic e)
        {
#line (3,58)-(3,76) 65536 "detections/subsearches.yml"
            return Search.Is(e.App, "dns");
#line default
        }
    }

    private sealed class Subsearch3 : IPipeline
    {
        public Subsearch3()
        {
            Stages =
            [
                new WhereSpec(Where1),
            ];
        }

        public SourceSpec Source { get; } = new SourceSpec.OfLookup("users");

        public ImmutableArray<StageSpec> Stages { get; }

        private bool Where1(Row row, RunContext context)
        {
#line (5,49)-(5,54) 65536 "detections/subsearches.yml"
            return Eval.Greater(row["risk"], Value.Of(5)) is true;
#line default
        }
    }
}
